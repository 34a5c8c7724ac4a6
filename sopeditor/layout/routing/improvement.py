"""Undoes what the order of the flows spoiled: a flow takes the walk it would rather have.

Whoever is in the way finds another; the change stays only if all of them together cost
less. Moving one flow at a time cannot do this.
"""

from collections.abc import Sequence
from itertools import islice

from sopeditor.layout.routing.choices import Choices
from sopeditor.layout.routing.hints import wishes_sides
from sopeditor.layout.routing.occupancy import Occupancy
from sopeditor.layout.routing.templates import Walk

#: A flow that pays this much more than it would alone looks for something better.
_REGRET = 0.45
#: A change must save this much, or flows would change places for nothing.
_WORTH_IT = 0.02
#: How many walks a flow tries, and how many others it may disturb for one.
_TRIALS = 8
_MOST_RIVALS = 3
_ROUNDS = 2


def improve(placed: Occupancy, choices: Sequence[Choices], order: Sequence[int]) -> None:
    """Replace walks in `placed` by ones that cost less together."""
    for _ in range(_ROUNDS):
        changed = False
        for number in order:
            if not wishes_sides(choices[number].flow):
                changed |= _improved(placed, choices, number)
        if not changed:
            return


def _improved(placed: Occupancy, choices: Sequence[Choices], number: int) -> bool:
    own = choices[number]
    before = placed.lift(number, own.ends, own.branch)
    price = own.price(placed, before)
    wished = list(islice(own.cheaper_alone(price - _REGRET), _TRIALS))
    rivals = {walk: _rivals(placed, choices, number, walk) for walk in wished if walk != before}
    placed.place(number, before, own.ends, own.branch)
    return any(
        _traded(placed, choices, (number, walk), others)
        for walk, others in rivals.items()
        if 0 < len(others) <= _MOST_RIVALS
    )


def _rivals(placed: Occupancy, choices: Sequence[Choices], number: int, walk: Walk) -> list[int]:
    """Answer the flows that make this walk dear: in its way, or at the side it would take."""
    own = choices[number]
    found = set(placed.in_the_way(walk))
    for symbol, side in ((own.ends[0], walk.leave), (own.ends[1], walk.enter)):
        found |= placed.at_side(symbol, side)
    return sorted(k for k in found if not wishes_sides(choices[k].flow))


def _traded(
    placed: Occupancy, choices: Sequence[Choices], wish: tuple[int, Walk], rivals: list[int]
) -> bool:
    """Try a wish with the rivals routed after it; answer whether it was worth it."""
    number, walk = wish
    group = [number, *rivals]
    before = {k: placed.lift(k, choices[k].ends, choices[k].branch) for k in group}
    old = sum(_put(placed, choices[k], k, before[k]) for k in group)
    for k in group:
        placed.lift(k, choices[k].ends, choices[k].branch)
    new = _put(placed, choices[number], number, walk)
    for k in rivals:
        best = choices[k].best(placed) or before[k]
        new += _put(placed, choices[k], k, best)
    if new < old - _WORTH_IT:
        return True
    for k in group:
        placed.lift(k, choices[k].ends, choices[k].branch)
    for k in group:
        placed.place(k, before[k], choices[k].ends, choices[k].branch)
    return False


def _put(placed: Occupancy, own: Choices, number: int, walk: Walk) -> float:
    """Place a walk and answer what it costs there."""
    price = own.price(placed, walk)
    placed.place(number, walk, own.ends, own.branch)
    return price
