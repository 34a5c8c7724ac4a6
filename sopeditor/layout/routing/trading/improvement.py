"""Lets a flow that pays for others take the walk it would rather have.

Whoever is in the way finds another; the change stays only if all of them together cost
less. Moving one flow at a time cannot do this.
"""

from collections.abc import Sequence
from itertools import islice

from sopeditor.layout.routing.ways.choices import Choosers
from sopeditor.layout.routing.ways.occupancy import Occupancy
from sopeditor.layout.routing.ways.walks import Walk

#: A flow that pays this much more than it would alone looks for something better.
_REGRET = 0.9
#: A change must save this much, or flows would change places for nothing.
_WORTH_IT = 0.02
#: How many walks a flow tries, and how many others it may disturb for one.
_TRIALS = 6
_MOST_RIVALS = 3


def improve(placed: Occupancy, choosers: Choosers, order: Sequence[int]) -> None:
    """Replace walks in `placed` by ones that cost less together."""
    for number in order:
        if not placed.parties[number].wishes:
            _improve(placed, choosers, number)


def _improve(placed: Occupancy, choosers: Choosers, number: int) -> None:
    """Give a flow what it wishes if all gain."""
    own = choosers[number]
    before = placed.walk(number)
    price = own.price_in_place(placed, number)
    if own.bounds[0] >= price - _REGRET or own.least_alone(but=before) >= price - _REGRET:
        return
    failed: set[tuple[int, ...]] = set()
    for walk in list(islice(own.cheaper_alone(price - _REGRET), _TRIALS)):
        rivals = _rivals(placed, number, walk)
        if rivals is not None and rivals not in failed:
            if _traded(placed, choosers, (number, walk, price), rivals):
                return
            failed.add(rivals)  # a dearer walk gains less from the same


def _rivals(placed: Occupancy, number: int, walk: Walk) -> tuple[int, ...] | None:
    """Answer the flows that make this walk dear: in its way, or at the side it would take.

    None when there are more than a wish may disturb, or none of them can move.
    """
    found = placed.rivals(number, walk, most=_MOST_RIVALS + 1)
    if len(found) > _MOST_RIVALS:
        return None
    movable = sorted(k for k in found if not placed.parties[k].wishes)
    return tuple(movable) if movable or not found else None


def _traded(
    placed: Occupancy,
    choosers: Choosers,
    wish: tuple[int, Walk, float],
    rivals: Sequence[int],
) -> bool:
    """Try a wish, the rivals routed after it; answer whether it was worth it.

    A wish is a flow, the walk that it would rather have, and what it pays now.
    """
    number, walk, old = wish
    group = [number, *rivals]
    before = [placed.lift(number)]
    for k in rivals:
        old += choosers[k].price_in_place(placed, k)
        before.append(placed.lift(k))
    if _settled(placed, choosers, (number, walk), rivals, old - _WORTH_IT):
        return True
    for k, was in zip(group, before, strict=True):
        placed.place(k, was)
    return False


def _settled(
    placed: Occupancy,
    choosers: Choosers,
    wish: tuple[int, Walk],
    rivals: Sequence[int],
    limit: float,
) -> bool:
    """Place a wish and its rivals if all together cost less than `limit`; else nothing."""
    number, walk = wish
    least = [choosers[k].least_alone() for k in rivals]
    to_go = sum(least)
    spent = choosers[number].price(placed, walk)
    if spent + to_go >= limit:
        return False
    placed.place(number, walk)
    done = [number]
    for k, alone in zip(rivals, least, strict=True):
        to_go -= alone
        best, price = choosers[k].best_below(placed, limit - spent - to_go)
        if best is None:
            break
        placed.place(k, best)
        done.append(k)
        spent += price
    else:
        return True
    for k in done:
        placed.lift(k)
    return False
