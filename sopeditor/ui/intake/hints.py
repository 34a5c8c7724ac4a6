"""What was guessed, beside the window while a person corrects the imported document."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from sopeditor.excel.reader.findings import Finding
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.finding_list import FindingList
from sopeditor.ui.sizing import open_with_size


class ImportHints(QDialog):
    """The list of guesses in a small window that blocks nothing and goes when closed."""

    def __init__(
        self, findings: Sequence[Finding], catalogue: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(catalogue.text("excel_import.dialog.hints_title"))
        open_with_size(self, QSize(560, 220))
        about = QLabel(catalogue.text("excel_import.dialog.hints_text"))
        about.setWordWrap(True)
        self.findings = FindingList(findings, catalogue)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(self.findings, 1)
