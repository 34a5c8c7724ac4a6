"""Adding a row into the flow."""

import pytest

from sopeditor.editing.inserting import insert_step_after
from sopeditor.foundation.ids import numbered_ids
from sopeditor.model.document import Document
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, flow_pairs, row_ids
from tests.unit.editing.applying import changed


def with_row_after(document: Document, position: int) -> Document:
    command = insert_step_after(
        document, "chart", position, "B", SymbolKind.PROCESS, numbered_ids()
    )
    return changed(document, command)


def test_the_line_between_the_neighbours_is_led_through_the_new_row() -> None:
    after = with_row_after(a_document(rows="(A) B (A)"), 0)
    assert row_ids(after) == ("row1", "step1", "row2", "row3")
    assert flow_pairs(after) == {"1A>symbol1", "symbol1>2B", "2B>3A"}


def test_a_branch_keeps_its_label_on_the_first_half() -> None:
    after = with_row_after(a_document(rows="(A) B? (A)", flows="1>2 2>3:Ya 2>1:Tidak"), 1)
    assert flow_pairs(after) == {"1A>2B", "2B>symbol1:Ya", "symbol1>3A", "2B>1A:Tidak"}


@pytest.mark.parametrize(
    ("rows", "flows", "position", "added"),
    [
        ("(A)", "", 0, {"1A>symbol1"}),  # the flow just begins
        ("(A) B", "1>2", 1, {"2B>symbol1"}),  # the flow just stops
        ("(A) (B)", "1>2", 1, set()),  # the flow ends by intention
        ("(A) B+A", "1>2", 1, {"2B>symbol1"}),  # done together: from the first
        ("(A) A|B", "1>2A 1>2B", 1, set()),  # two ends, nobody can tell
        ("(A) B", "1>2", -1, set()),  # on top
        ("(A) - (B)", "1>3", 1, set()),  # below a row without symbols
        ("(A) B? A (B)", "1>2 2>4:Ya 2>1:Tidak", 1, set()),  # no line to the row below
        ("(A) A|B A|B", "2A>3A 2B>3B", 1, set()),  # two lines to the row below
    ],
)
def test_elsewhere_a_row_is_tied_only_where_the_flow_stops(
    rows: str, flows: str, position: int, added: set[str]
) -> None:
    document = a_document(rows=rows, flows=flows)
    after = with_row_after(document, position)
    assert row_ids(after)[position + 1] == "step1"
    assert flow_pairs(after) == flow_pairs(document) | added
