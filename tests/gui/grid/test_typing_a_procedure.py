"""A whole procedure typed into the table, from an empty document, by keys alone."""

import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.identity import Identity
from sopeditor.model.symbol import Symbol
from sopeditor.tables.notation import Field
from sopeditor.ui.file_flow import first_document
from sopeditor.ui.grid.table import StepTable
from sopeditor.ui.language import read_catalogue
from tests.gui.grid.conftest import ALT, CTRL, Sit, Typist, sample

#: The cells of a row as they are typed, with Tab between them.
TYPED = (
    Field.ACTIVITY,
    Field.ACTORS,
    Field.SYMBOL,
    Field.INPUTS,
    Field.DURATION,
    Field.OUTPUT,
    Field.REMARKS,
    Field.FLOW,
)


def meaning(document: Document) -> tuple[object, ...]:
    """Answer what a document says, whatever its ids: lanes, rows, symbols and flows."""
    chart = document.charts[0]
    names = {actor.id: (actor.code, actor.name) for actor in document.actors}
    place = {symbol.id: (row, lanes(symbol, names)) for row, symbol in chart.symbols()}
    rows = [
        (step.activity, step.quality, step.remarks, step.label, symbols(step.symbols, names))
        for step in chart.steps
    ]
    return [names[lane] for lane in chart.lanes], rows, flows(chart, place)


def lanes(symbol: Symbol, names: dict[str, tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(names[actor] for actor in symbol.actors)


def symbols(all_of_row: tuple[Symbol, ...], names: dict[str, tuple[str, str]]) -> list[object]:
    return [(symbol.kind, lanes(symbol, names), symbol.caption) for symbol in all_of_row]


def flows(chart: Chart, place: Mapping[str, tuple[int, object]]) -> dict[object, list[object]]:
    """Answer for every symbol what leaves it, in the order of the branches."""
    leaving: dict[object, list[object]] = {}
    for flow in chart.flows:
        told = (flow.kind, flow.label, place[flow.target])
        leaving.setdefault(place[flow.source], []).append(told)
    return leaving


def type_rows(typist: Typist, wanted: Document) -> None:
    table = StepTable(wanted, wanted.charts[0])
    names = {actor.code: actor.name for actor in wanted.actors}
    for row in range(len(table)):
        for field in TYPED:
            text = table.cells(row)[field]
            if field is Field.ACTORS:
                text = re.sub(r"\w+", lambda code: named(code[0], names), text)
            typist.type(text)
            typist.press(Qt.Key.Key_Return if field is TYPED[-1] else Qt.Key.Key_Tab)


def named(code: str, names: dict[str, str]) -> str:
    """Answer a code, the first time with the name that it stands for."""
    name = names.pop(code, "")
    return f"{code} = {name}" if name else code


def open_identity(typist: Typist) -> None:
    """Open the panel from its menu: Alt and the letter of the menu, then that of the panel."""
    typist.press(Qt.Key.Key_T, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_I)
    # A platform without a window manager gives no window back the keys that a menu took.
    typist.stand.window.activateWindow()
    QTest.qWait(20)


def type_identity(typist: Typist, identity: Identity) -> None:
    """Go through the form of the cover by Tab and type what an SOP has."""
    words = typist.stand.words
    told: dict[str, str] = {
        "identity_title": identity.title,
        "identity_unit": identity.unit,
        "identity_legal_bases": "\n".join(identity.legal_bases),
        "identity_related_sops": "\n".join(identity.related_sops),
    }
    for axis in ("nature", "scope", "completeness", "genericity"):
        told[f"identity_{axis}"] = words(f"identity.{getattr(identity.classification, axis)}")
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        fill(focused, told.pop(focused.objectName(), ""))
        if not told:
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"not reached by Tab: {sorted(told)}")


def fill(field: QWidget, text: str) -> None:
    """Type into a field; go down a list of choices, which letters would reach by their pace."""
    if isinstance(field, QComboBox):
        for _ in range(field.count() if text else 0):
            if field.currentText() != text:
                QTest.keyClick(field, Qt.Key.Key_Down)
        return
    for letter in text:
        if letter == "\n":
            QTest.keyClick(field, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(field, letter)


def test_a_procedure_is_typed_by_keys_alone(sit: Sit) -> None:
    wanted = sample("S08")
    typist = sit(first_document(read_catalogue("id")))
    type_rows(typist, wanted)
    # The lane of step 7 was named before those of steps 8 and 10.
    typist.press(Qt.Key.Key_Home, CTRL)
    for _ in range(6):
        typist.press(Qt.Key.Key_Down)
    for _ in range(2):
        typist.press(Qt.Key.Key_Right)
    for _ in range(2):
        typist.press(Qt.Key.Key_Right, ALT)
    open_identity(typist)
    type_identity(typist, wanted.identity)
    assert meaning(typist.document) == meaning(wanted)
    assert typist.document.identity == wanted.identity


def test_undo_takes_a_typed_procedure_back_to_the_first_document(sit: Sit) -> None:
    first = first_document(read_catalogue("id"))
    typist = sit(first)
    type_rows(typist, sample("S03"))
    while typist.session.undo_name is not None:
        typist.press(Qt.Key.Key_Z, CTRL)
    assert typist.document == first
