"""Commands on flows."""

import pytest

from sopeditor.editing.flows import Connect, DeleteFlows, Reattach, SetFlowHints, SetFlowLabel
from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints, FlowKind
from tests.builders import a_document, flow_pairs
from tests.unit.editing.applying import changed, reason

LOOSE = a_document(rows="(A) B A|B (A)", flows="1>2")


def test_two_symbols_are_connected() -> None:
    flow = Flow(id="new", source="2B", target="4A", label=" Ya\n")
    after = changed(LOOSE, Connect(chart="chart", flow=flow))
    assert flow_pairs(after) == {"1A>2B", "2B>4A:Ya"}


@pytest.mark.parametrize(
    ("source", "target", "kind", "why"),
    [
        ("1A", "2B", FlowKind.FLOW, "already_connected"),
        ("1A", "1A", FlowKind.FLOW, "to_itself"),
        ("1A", "nobody", FlowKind.FLOW, "gone"),
        ("1A", "4A", FlowKind.JOINT, "joint_needs_one_row"),
    ],
)
def test_a_line_without_meaning_is_refused(
    source: str, target: str, kind: FlowKind, why: str
) -> None:
    flow = Flow(id="new", source=source, target=target, kind=kind)
    assert reason(LOOSE, Connect(chart="chart", flow=flow)) == f"editing.refused.{why}"


def test_a_flow_back_is_another_flow() -> None:
    flow = Flow(id="new", source="2B", target="1A")
    assert flow_pairs(changed(LOOSE, Connect(chart="chart", flow=flow))) == {"1A>2B", "2B>1A"}


def test_an_id_that_is_used_is_refused() -> None:
    flow = Flow(id="row1", source="2B", target="4A")
    assert reason(LOOSE, Connect(chart="chart", flow=flow)) == "editing.refused.taken"


def test_symbols_joined_by_a_line_let_their_flow_leave_at_the_first() -> None:
    document = a_document(rows="(A) A|B (A)", flows="1>2A 1>2B 2A>3A 2B>3A")
    joint = Flow(id="new", source="2B", target="2A", kind=FlowKind.JOINT)
    after = changed(document, Connect(chart="chart", flow=joint))
    assert flow_pairs(after) == {"1A>2A", "2A>3A", "2B=2A"}


def test_a_flow_from_the_second_of_joined_symbols_leaves_at_the_first() -> None:
    document = a_document(rows="(A) A+B (A)", flows="1>2")
    after = changed(document, Connect(chart="chart", flow=Flow(id="n", source="2B", target="3A")))
    assert flow_pairs(after) == {"1A>2A", "2A>3A", "2A=2B"}


def test_joined_symbols_are_not_joined_again() -> None:
    document = a_document(lanes="ABC", rows="A+B+C")
    joint = Flow(id="new", source="1B", target="1C", kind=FlowKind.JOINT)
    assert reason(document, Connect(chart="chart", flow=joint)) == "editing.refused.already_joint"


def test_a_deleted_flow_is_not_healed() -> None:
    after = changed(a_document(), DeleteFlows(flows=("1A-2B",)))
    assert flow_pairs(after) == {"2B>3A"}


def test_a_label_is_one_line_and_typing_merges() -> None:
    command = SetFlowLabel(flow="1A-2B", label="Tidak\tlengkap\n")
    assert "1A>2B:Tidak lengkap" in flow_pairs(changed(a_document(), command))
    assert command.merge_key == SetFlowLabel(flow="1A-2B", label="").merge_key


def test_hints_are_kept_until_the_flow_is_reattached() -> None:
    hints = FlowHints(way_points=(Point(3.0, 4.0),))
    hinted = changed(LOOSE, SetFlowHints(flow="1A-2B", hints=hints))
    assert hinted.charts[0].flow("1A-2B").hints == hints
    moved = changed(hinted, Reattach(flow="1A-2B", target="4A"))
    assert moved.charts[0].flow("1A-2B").hints == NO_HINTS
    assert flow_pairs(moved) == {"1A>4A"}


def test_reattaching_to_where_it_is_changes_nothing() -> None:
    assert changed(LOOSE, Reattach(flow="1A-2B", source="1A")) == LOOSE


def test_reattaching_onto_another_flow_is_refused() -> None:
    document = a_document(rows="A B A", flows="1>2 1>3")
    assert reason(document, Reattach(flow="1A-3A", target="2B")) == (
        "editing.refused.already_connected"
    )
