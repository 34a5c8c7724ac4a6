"""Looks again at a page of print where lines still pay for each other.

Flows that stand in each other's way are lifted together and put down anew in another
order, each by its best walk; the change stays if all of them together cost less. What is
tried is drawn by lot from a fixed start, so that the same page gives the same answer.
"""

from collections.abc import Sequence
from random import Random

from sopeditor.layout.routing.ways.choices import Chooser, Choosers
from sopeditor.layout.routing.ways.occupancy import Occupancy
from sopeditor.layout.routing.ways.walks import Walk

#: A printed page has no more flows; larger ones would take too long.
_MOST_FLOWS = 26
#: A flow that pays this much more than it would alone is worth looking at: half a crossing.
_REGRET = 1.2
#: A change must save this much.
_WORTH_IT = 0.02
#: How many flows are lifted with one that pays, and how often one more that does not.
_MOST_RIVALS = 5
_STRANGERS = 0.3
#: It ends after so many changes tried, or so many in vain one after the other.
_MOST_TRIALS, _PATIENCE = 60, 20


def look_again(placed: Occupancy, choosers: Choosers) -> None:
    """Replace walks in `placed` by ones that cost less together; large pages stay as they are."""
    if len(placed.walks) > _MOST_FLOWS:
        return
    movable = [k for k, own in enumerate(placed.parties) if not own.wishes]
    lot = Random(0)
    in_vain = 0
    for _ in range(_MOST_TRIALS):
        paying = [k for k in movable if _regret(placed, choosers[k], k) > _REGRET]
        if not paying or in_vain == _PATIENCE:
            return
        group = _crowd(placed, lot, lot.choice(paying), movable)
        in_vain = 0 if _rearranged(placed, choosers, group) else in_vain + 1


def _regret(placed: Occupancy, own: Chooser, number: int) -> float:
    return own.price_in_place(placed, number) - own.least_alone()


def _crowd(placed: Occupancy, lot: Random, number: int, movable: Sequence[int]) -> list[int]:
    """Answer a flow and some of those in its way, in the order to put them down again."""
    near = placed.rivals(number, placed.walk(number), most=len(placed.walks))
    rivals = [k for k in movable if k in near]
    group = [number, *lot.sample(rivals, min(len(rivals), lot.randint(1, _MOST_RIVALS)))]
    if lot.random() < _STRANGERS:
        group += _stranger(lot, movable, group)
    lot.shuffle(group)
    return group


def _stranger(lot: Random, movable: Sequence[int], group: Sequence[int]) -> list[int]:
    others = [k for k in movable if k not in group]
    return [lot.choice(others)] if others else []


def _rearranged(placed: Occupancy, choosers: Choosers, group: Sequence[int]) -> bool:
    """Put a group down anew in this order if that costs less."""
    before: list[Walk] = []
    old = 0.0
    for k in group:
        old += choosers[k].price_in_place(placed, k)
        before.append(placed.lift(k))
    done: list[int] = []
    new = 0.0
    for k in group:
        walk = choosers[k].best_of_all(placed)
        if walk is None:
            break
        new += choosers[k].price(placed, walk)
        if new >= old - _WORTH_IT:
            break
        placed.place(k, walk)
        done.append(k)
    else:
        return True
    for k in done:
        placed.lift(k)
    for k, walk in zip(group, before, strict=True):
        placed.place(k, walk)
    return False
