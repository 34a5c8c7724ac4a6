"""Whatever is copied from any document can be pasted into any other, soundly."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopeditor.editing.behaviours import with_behaviours
from sopeditor.editing.clipboard import paste_steps, paste_symbols
from sopeditor.editing.command import Refused
from sopeditor.editing.fragment import rows_fragment, symbols_fragment
from sopeditor.editing.replacing import ReplaceAll, Search, find
from sopeditor.foundation.ids import fresh_id
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.storage.reader import read_document
from sopeditor.storage.writer import as_stored, write_document
from sopeditor.tables.foreign_cells import cells_of_html, cells_of_text
from sopeditor.tables.pasting import activities_of, table_of
from tests.strategies import any_text, documents


def drawn_rows(data: st.DataObject, document: Document) -> tuple[str, ...]:
    """Answer some rows of one chart."""
    charts = [chart for chart in document.charts if chart.steps]
    assume(charts)
    chart = data.draw(st.sampled_from(charts))
    ids = [step.id for step in chart.steps]
    return tuple(data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True)))


@given(source=documents(), target=documents(), data=st.data())
def test_rows_of_any_document_go_through_the_file_format_into_any_other(
    source: Document, target: Document, data: st.DataObject
) -> None:
    assume(target.charts)
    fragment = rows_fragment(source, drawn_rows(data, source))
    assert broken_references(fragment) == ()
    fragment = read_document(write_document(fragment))
    chart = data.draw(st.sampled_from(target.charts))
    position = data.draw(st.integers(-1, len(chart.steps) + 1))
    command = paste_steps(target, chart.id, position, fragment, fresh_id)
    after = with_behaviours(target, command.apply(target))
    assert broken_references(after) == ()
    assert len(after.chart(chart.id).steps) == len(chart.steps) + len(fragment.charts[0].steps)
    assert as_stored(read_document(write_document(after))) == as_stored(after)


@given(document=documents(), data=st.data())
def test_symbols_go_into_any_row_or_into_rows_of_their_own(
    document: Document, data: st.DataObject
) -> None:
    ids = [symbol.id for chart in document.charts for _, symbol in chart.symbols()]
    assume(ids)
    first = data.draw(st.sampled_from(ids))
    chart = next(c for c in document.charts if first in c.symbol_index())
    chosen = {first, *data.draw(st.lists(st.sampled_from([*chart.symbol_index()])))}
    fragment = symbols_fragment(document, chosen)
    step = data.draw(st.sampled_from([s.id for c in document.charts for s in c.steps]))
    try:
        after = paste_symbols(document, step, fragment, fresh_id).apply(document)
    except Refused:
        pytest.fail("symbols that were copied found no place")
    after = with_behaviours(document, after)
    assert broken_references(after) == ()
    before = sum(1 for c in document.charts for _ in c.symbols())
    assert sum(1 for c in after.charts for _ in c.symbols()) == before + len(chosen)


@given(document=documents(), data=st.data())
def test_every_fragment_has_a_table_for_other_programs(
    document: Document, data: st.DataObject
) -> None:
    fragment = rows_fragment(document, drawn_rows(data, document))
    steps = fragment.charts[0].steps
    labels = tuple(str(number) for number in range(1, len(steps) + 1))
    assert len(table_of(fragment, labels)) == len(steps) + 1


@given(text=st.text())
def test_no_text_of_another_program_is_too_strange(text: str) -> None:
    for cells in (cells_of_text(text), cells_of_html(text), cells_of_html(f"<table>{text}")):
        assert all(activities_of(cells))


@given(document=documents(), looked_for=any_text, replacement=any_text)
def test_replacing_anything_by_anything_keeps_a_document_sound(
    document: Document, looked_for: str, replacement: str
) -> None:
    search = Search(looked_for)
    if not find(document, search):
        return
    after = ReplaceAll(search=search, replacement="").apply(document)
    assert broken_references(after) == ()
    replaced = ReplaceAll(search=search, replacement=replacement).apply(document)
    assert broken_references(replaced) == ()
