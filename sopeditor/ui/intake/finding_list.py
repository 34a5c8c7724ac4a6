"""The list of what an import guessed, cell by cell, and of what was corrected."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from sopeditor.excel.reader.corrections import Correction
from sopeditor.excel.reader.findings import Finding, FindingKind, cell_name
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.corrected import words_of
from sopeditor.ui.intake.subject import subject_of_correction
from sopeditor.ui.wrapping import WrappingDelegate

_OPEN, _RIGHT, _CORRECTED = "state_open", "state_confirmed", "state_corrected"
_TOLD = "state_told"


class FindingList(QTreeWidget):
    """One line for each finding: state, place and words; then one for each correction.

    The current line is the one looked at. What is confirmed stays, ticked.
    """

    def __init__(
        self,
        findings: Sequence[Finding],
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.findings: tuple[Finding, ...] = ()
        self.corrections: tuple[Correction, ...] = ()
        self.setAccessibleName(catalogue.text("excel_import.dialog.findings"))
        self.setRootIsDecorated(False)
        self.setHeaderLabels(
            [catalogue.text(f"excel_import.dialog.{c}") for c in ("place", "state", "what")]
        )
        for column in (0, 1):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        WrappingDelegate(self, column=2)
        self.show_all(findings)

    def show_all(
        self,
        findings: Sequence[Finding],
        corrections: Sequence[Correction] = (),
        sheets: Sequence[ReadSheet] = (),
    ) -> None:
        """Show other findings and corrections of `sheets`; nothing is looked at then."""
        self.blockSignals(True)
        self.clear()
        self.findings, self.corrections = tuple(findings), tuple(corrections)
        for found in self.findings:
            self._add(
                f"{found.sheet}!{found.cell}", _state_of(found), self._catalogue.word(found.words)
            )
        for said in self.corrections:
            subject = subject_of_correction(said, sheets)
            place = f"{subject.sheet}!{cell_name(*subject.place)}" if subject.sheet else ""
            self._add(place, _CORRECTED, self._catalogue.word(words_of(said)))
        self.blockSignals(False)

    def current(self) -> Finding | None:
        """Answer the finding of the current line."""
        index = self._current_index()
        return self.findings[index] if 0 <= index < len(self.findings) else None

    def current_correction(self) -> Correction | None:
        """Answer the correction of the current line."""
        index = self._current_index() - len(self.findings)
        return self.corrections[index] if 0 <= index < len(self.corrections) else None

    def look_at_open(self, start: int) -> None:
        """Make the first open finding from a line on the current one, else the first of all."""
        count = len(self.findings)
        around = [(start + step) % count for step in range(count)] if count else []
        wanted = next((i for i in around if _state_of(self.findings[i]) == _OPEN), None)
        if wanted is not None:
            self.look_at(wanted)

    def look_at(self, line: int) -> None:
        """Make a line the current one."""
        item = self.topLevelItem(line)
        if item is not None:
            self.setCurrentItem(item)

    def look_away(self) -> None:
        """Let no line be the current one."""
        self.blockSignals(True)
        self.setCurrentIndex(QModelIndex())
        self.blockSignals(False)

    def _current_index(self) -> int:
        item: QTreeWidgetItem | None = self.currentItem()
        return -1 if item is None else self.indexOfTopLevelItem(item)

    def _add(self, place: str, state: str, words: str) -> None:
        item = QTreeWidgetItem([place, self._catalogue.text(f"excel_import.dialog.{state}"), words])
        item.setToolTip(2, words)
        if state != _OPEN:
            for column in range(3):
                item.setForeground(column, self.palette().placeholderText())
        item.setData(0, Qt.ItemDataRole.UserRole, state)
        self.addTopLevelItem(item)


def _state_of(found: Finding) -> str:
    if found.kind is FindingKind.NOTE:
        return _TOLD
    return _RIGHT if found.confirmed else _OPEN
