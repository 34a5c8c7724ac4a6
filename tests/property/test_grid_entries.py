"""Whatever is typed or pasted into the step table leaves a document that holds together."""

from hypothesis import given
from hypothesis import strategies as st

from sopeditor.editing.behaviours import with_behaviours
from sopeditor.foundation.ids import numbered_ids
from sopeditor.foundation.message import message
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from sopeditor.ui.grid.blocks import Landing, read_block
from sopeditor.ui.grid.columns import FIELDS
from sopeditor.ui.grid.entries import CellRefused
from sopeditor.ui.grid.rewriting import Rewriting
from sopeditor.ui.grid.table import StepTable

START = """Pelaksana: A = Camat; B = Sekretaris; Pelaksana 3

No,Kegiatan,Pelaksana,Simbol,Alur
1,Mulai,A,T,2
2,Memeriksa,A|B,P,A>3; B>4
3,Menyusun,A+B,P,5
4,Menilai,B,D,Ya>5; Tidak>3
5,Selesai,A,T,selesai
"""

#: What people type, right and wrong, into any cell.
WORDS = st.sampled_from([
    "", "-", "A", "B", "A+B", "B+A", "A|B", "B|A", "C = Staf", "Arsiparis", "A+Staf", "Pelaksana 3",
    "T", "P", "D", "T|P", "mulai", "selesai", "1", "2", "3", "4", "5", "9", "ke 3", "4 & 5", "5A",
    "Ya 5; Tidak 3", "Ya>2; Tidak>4", "A>3; B>5", "Ya>", ">", ";", "1a", "\\", "x\ny", "=1+1",
])  # fmt: skip
CELLS = st.dictionaries(st.sampled_from(FIELDS), WORDS, min_size=1, max_size=4)
ENTRIES = st.dictionaries(st.integers(0, 6), CELLS, min_size=1, max_size=4)


def shown(document: Document) -> StepTable:
    return StepTable(document, document.charts[0], frozenset({"Pelaksana 3"}))


@given(st.lists(ENTRIES, max_size=8))
def test_entries_in_a_row_never_break_a_document(many: list[dict[int, dict[Field, str]]]) -> None:
    document, ids = read_table(START), numbered_ids()
    for entries in many:
        try:
            command = Rewriting(shown(document), entries, ids).command(message("x"))
        except CellRefused:
            continue
        document = with_behaviours(document, command.apply(document))
        assert broken_references(document) == ()
        table = shown(document)
        for row in range(len(table)):
            assert set(table.cells(row)) == set(Field)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=11), min_size=1, max_size=6),
    st.integers(0, 5),
    st.integers(0, 9),
    st.booleans(),
)
def test_blocks_are_pasted_whole_or_not_at_all(
    rows: list[list[str]], row: int, column: int, headed: bool
) -> None:
    document = read_table(START)
    head = (tuple(FIELDS[:6]),) if headed else ()
    cells = (*head, *map(tuple, rows))
    try:
        pasted = read_block(cells, Landing(row, FIELDS[column:]))
        rewriting = Rewriting(shown(document), pasted.entries, numbered_ids(), pasted.aliases)
        command = rewriting.command(message("x"))
    except CellRefused:
        return
    after = with_behaviours(document, command.apply(document))
    assert broken_references(after) == ()
    assert len(after.charts[0].steps) >= max(5, row + len(pasted.entries))
