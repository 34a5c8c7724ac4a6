"""What may be done."""

import pytest

from sopeditor.editing.rules import (
    ALLOWED,
    Verdict,
    may_add_symbol,
    may_connect,
    may_move_symbol,
    may_remove_actor,
)
from sopeditor.model.flow import FlowKind
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document

DOCUMENT = a_document(lanes="ABC", rows="(A) B? A+B (C)", flows="1>2 2>3:Ya 2>1:Tidak 3>4")


def why(verdict: Verdict) -> str:
    assert bool(verdict) is (verdict.reason is None)
    return verdict.reason.key.removeprefix("editing.refused.") if verdict.reason else ""


@pytest.mark.parametrize(
    ("kind", "step", "actors", "reason"),
    [
        (SymbolKind.PROCESS, "row2", ("A",), ""),
        (SymbolKind.PROCESS, "row2", ("B",), ""),  # beside the belah ketupat of the cell
        (SymbolKind.DECISION, "row2", ("B",), "same_symbol"),
        (SymbolKind.DECISION, "row2", ("A", "B"), ""),
        (SymbolKind.PROCESS, "row2", ("A", "A"), "unknown_lane"),
        (SymbolKind.PROCESS, "row2", ("Z",), "unknown_lane"),
        (SymbolKind.PROCESS, "row2", (), "no_actor"),
        (SymbolKind.PROCESS, "row9", ("A",), "gone"),
    ],
)
def test_where_a_symbol_may_stand(
    kind: SymbolKind, step: str, actors: tuple[str, ...], reason: str
) -> None:
    assert why(may_add_symbol(DOCUMENT, kind, step, actors)) == reason


@pytest.mark.parametrize(
    ("symbol", "step", "actors", "reason"),
    [
        ("2B", "row2", ("B",), ""),  # where it is
        ("2B", "row4", ("A",), ""),
        ("3A", "row3", ("B",), "same_symbol"),
        ("2B", "row2", ("Z",), "unknown_lane"),
        ("9A", "row2", ("A",), "gone"),
        ("2B", "row9", ("A",), "gone"),
    ],
)
def test_where_a_symbol_may_move(
    symbol: str, step: str, actors: tuple[str, ...], reason: str
) -> None:
    assert why(may_move_symbol(DOCUMENT, symbol, step, actors)) == reason


@pytest.mark.parametrize(
    ("source", "target", "kind", "reason"),
    [
        ("4C", "1A", FlowKind.FLOW, ""),  # even from an end: a draft may be odd
        ("1A", "2B", FlowKind.FLOW, "already_connected"),
        ("2B", "2B", FlowKind.FLOW, "to_itself"),
        ("3A", "3B", FlowKind.FLOW, "already_joint"),
        ("1A", "4C", FlowKind.JOINT, "joint_needs_one_row"),
        ("9A", "1A", FlowKind.FLOW, "gone"),
    ],
)
def test_what_may_be_connected(source: str, target: str, kind: FlowKind, reason: str) -> None:
    assert why(may_connect(DOCUMENT, source, target, kind)) == reason


def test_a_flow_does_not_hinder_its_own_move() -> None:
    assert may_connect(DOCUMENT, "1A", "2B", ignoring="1A-2B") == ALLOWED


def test_the_last_lane_and_a_stranger_may_not_be_removed() -> None:
    assert may_remove_actor(DOCUMENT, "C") == ALLOWED
    assert why(may_remove_actor(DOCUMENT, "Z")) == "gone"
    assert why(may_remove_actor(a_document(lanes="A", rows="A"), "A")) == "last_lane"
