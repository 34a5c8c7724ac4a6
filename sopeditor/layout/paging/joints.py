"""Plain lines between symbols done together, drawn from lane to lane.

A document may name the members of a group in any order, the responsible one first. On
paper each plain line joins two neighbours of one row, so that no line runs past a member.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct


class Joint(Struct, frozen=True):
    """A plain line between two boxes of one row; `id` names the line."""

    id: str
    source: str
    target: str

    @property
    def pair(self) -> frozenset[str]:
        """The boxes that the line joins."""
        return frozenset((self.source, self.target))


def in_lane_order(joints: Sequence[Joint], axes: Mapping[str, float]) -> tuple[Joint, ...]:
    """Answer the same lines, each between neighbours of its group.

    `axes` tells how far right each box stands. A line that joins two neighbours already
    stays; the others take the gaps that are left, in their order. Lines beyond what a
    group needs stay as they are.
    """
    drawn: dict[str, Joint] = {}
    for group in _groups(joints):
        members = [joint for joint in joints if joint.pair <= group]
        drawn |= {
            joint.id: joint for joint in _paired(members, sorted(group, key=axes.__getitem__))
        }
    return tuple(drawn[joint.id] for joint in joints)


def _paired(joints: Sequence[Joint], ordered: Sequence[str]) -> Iterable[Joint]:
    gaps = {frozenset(pair): pair for pair in pairwise(ordered)}
    strays = []
    for joint in joints:
        if gaps.pop(joint.pair, None):
            yield joint
        else:
            strays.append(joint)
    for joint in strays:
        if gaps:
            left, right = gaps.pop(next(iter(gaps)))
            yield Joint(joint.id, left, right)
        else:
            yield joint


def _groups(joints: Sequence[Joint]) -> list[frozenset[str]]:
    """Answer the sets of boxes that lines tie together."""
    groups: list[frozenset[str]] = []
    for joint in joints:
        met = [group for group in groups if group & joint.pair]
        groups = [group for group in groups if group not in met]
        groups.append(joint.pair.union(*met))
    return groups
