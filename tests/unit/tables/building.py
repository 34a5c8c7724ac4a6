"""Small tables to read, and flows in few letters to compare."""

from sopeditor.model.document import Document
from sopeditor.model.flow import FlowKind
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.reader import read_table

LEGEND = "- Pelaksana: A = Staf; B = Kasubbag; C = Sekretaris; D = Kepala\n\n"
_LETTERS = {SymbolKind.TERMINATOR: "T", SymbolKind.PROCESS: "P", SymbolKind.DECISION: "D"}


def table_text(*rows: str, legend: str = LEGEND) -> str:
    """Answer a Markdown table of rows `No | Pelaksana | Simbol | Alur`; the first is line 5."""
    lines = [f"| {row} | Melaksanakan |" for row in rows]
    header = ["| No | Pelaksana | Simbol | Alur | Kegiatan |", "|---|---|---|---|---|"]
    return legend + "\n".join([*header, *lines])


def table(*rows: str) -> Document:
    """Answer the document of such a table."""
    return read_table(table_text(*rows))


def flows(document: Document) -> list[str]:
    """Answer the flows as `1A>2B`, with `:label`; joint lines as `1A=1B`."""
    chart = document.charts[0]
    labels = chart.row_labels()
    codes = {actor.id: actor.code or actor.name for actor in document.actors}
    names = {
        symbol.id: labels[index] + "".join(codes[actor] for actor in symbol.actors)
        for index, symbol in chart.symbols()
    }
    return [
        f"{names[flow.source]}{'=' if flow.kind is FlowKind.JOINT else '>'}{names[flow.target]}"
        + (f":{flow.label}" if flow.label else "")
        for flow in chart.flows
    ]


def kinds(document: Document) -> str:
    """Answer the letters of all symbols, row by row."""
    steps = document.charts[0].steps
    return " ".join(
        "".join(_LETTERS[symbol.kind] for symbol in step.symbols) or "-" for step in steps
    )
