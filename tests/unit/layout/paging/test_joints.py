from sopeditor.layout.paging.joints import Joint, in_lane_order

AXES = {"a": 0.0, "b": 1.0, "c": 2.0, "d": 3.0, "e": 4.0}


def pairs(*ends: str) -> list[str]:
    """Answer the ends of lines given as two letters each, drawn from lane to lane."""
    joints = [Joint(f"j{number}", *both) for number, both in enumerate(ends)]
    drawn = in_lane_order(joints, AXES)
    assert [joint.id for joint in drawn] == [joint.id for joint in joints]
    return [joint.source + joint.target for joint in drawn]


def test_lines_run_between_neighbours_whatever_their_order() -> None:
    assert sorted(pairs("ed", "dc", "ca", "ab")) == ["ab", "bc", "dc", "ed"]


def test_a_line_between_neighbours_stays_as_it_is() -> None:
    assert pairs("ba", "bc") == ["ba", "bc"]
    assert pairs("ac", "cb") == ["ab", "cb"]


def test_groups_are_drawn_apart() -> None:
    assert pairs("ab", "ed") == ["ab", "ed"]
    assert pairs("ae", "bc") == ["ae", "bc"]


def test_a_line_beyond_what_a_group_needs_stays() -> None:
    assert pairs("ab", "bc", "ac") == ["ab", "bc", "ac"]


def test_no_lines_are_no_lines() -> None:
    assert pairs() == []
