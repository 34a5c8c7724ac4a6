"""The targets of a row are typed on the sheet as in the step table."""

from collections.abc import Iterator

import pytest

from sopeditor.foundation.message import Message
from tests.gui.ui.conftest import Stand


def _answers(
    stand: Stand, monkeypatch: pytest.MonkeyPatch, *answers: str | None
) -> tuple[list[str], list[Message]]:
    """Let the question be answered; answer what it suggested, and what was told."""
    suggested: list[str] = []
    told: list[Message] = []
    left: Iterator[str | None] = iter(answers)

    def ask(key: str, text: str) -> str | None:
        assert key == "targets"
        suggested.append(text)
        return next(left)

    monkeypatch.setattr(stand.desk.questions, "ask_text", ask)
    monkeypatch.setattr(stand.desk.questions, "tell_error", told.append)
    return suggested, told


def _leads(stand: Stand, row: int) -> list[int]:
    """Answer the rows, counted from 1, to which the flows of a row lead."""
    chart = stand.document.charts[0]
    rows = {symbol.id: index + 1 for index, symbol in chart.symbols()}
    return sorted(rows[flow.target] for flow in chart.flows if rows[flow.source] == row)


def test_a_target_is_typed_as_a_number(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.select_step(0)
    last = len(stand.document.charts[0].steps)
    before = stand.document
    assert _leads(stand, 1) == [2]
    suggested, told = _answers(stand, monkeypatch, f"ke {last}")
    stand.act("targets")
    assert _leads(stand, 1) == [last]
    assert len(suggested) == 1
    assert told == []
    stand.act("undo")
    assert stand.document == before


def test_what_can_not_be_taken_is_said_and_asked_again(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.select_step(1)
    before = stand.document
    suggested, told = _answers(stand, monkeypatch, "ke 99", None)
    stand.act("targets")
    assert len(told) == 1
    assert suggested[1] == "ke 99"
    assert stand.document == before


def test_the_same_answer_changes_nothing(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    stand.select_step(1)
    before = stand.session.position
    suggested: list[str] = []

    def same(key: str, text: str) -> str:
        suggested.append(text)
        return text

    monkeypatch.setattr(stand.desk.questions, "ask_text", same)
    stand.act("targets")
    assert stand.session.position == before
    assert len(suggested) == 1
