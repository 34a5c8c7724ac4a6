"""Symbols done together."""

from sopeditor.model.joints import joint_group, joint_groups
from tests.builders import a_document


def test_lines_tie_symbols_over_others() -> None:
    chart = a_document(lanes="ABCD", rows="A+B+C D").charts[0]
    assert joint_group(chart, "1B") == {"1A", "1B", "1C"}
    assert joint_group(chart, "2D") == {"2D"}


def test_a_line_that_does_not_count_ties_nothing() -> None:
    chart = a_document(rows="A+B").charts[0]
    assert joint_group(chart, "1A", ignoring="1A--1B") == {"1A"}


def test_arrows_tie_nothing() -> None:
    assert joint_groups(a_document(rows="A B A").charts[0].flows) == ()


def test_groups_grow_together() -> None:
    flows = a_document(lanes="ABCD", rows="A+B C+D A+C+D").charts[0].flows
    groups = {frozenset(group) for group in joint_groups(flows)}
    assert groups == {
        frozenset({"1A", "1B"}),
        frozenset({"2C", "2D"}),
        frozenset({"3A", "3C", "3D"}),
    }
