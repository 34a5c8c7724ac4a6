"""The list of what an import guessed, cell by cell."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from sopeditor.excel.reader.findings import Finding
from sopeditor.foundation.message import Catalogue


class FindingList(QTreeWidget):
    """One line for each finding: where, and what; the current line is the one looked at."""

    def __init__(
        self, findings: Sequence[Finding], catalogue: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.findings = tuple(findings)
        self.setAccessibleName(catalogue.text("excel_import.dialog.findings"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels(
            [catalogue.text(f"excel_import.dialog.{c}") for c in ("place", "what")]
        )
        for found in self.findings:
            words = catalogue.word(found.words)
            item = QTreeWidgetItem([f"{found.sheet}!{found.cell}", words])
            item.setToolTip(1, words)
            self.addTopLevelItem(item)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def current(self) -> Finding | None:
        """Answer the finding of the current line."""
        item: QTreeWidgetItem | None = self.currentItem()
        return None if item is None else self.findings[self.indexOfTopLevelItem(item)]
