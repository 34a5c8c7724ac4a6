"""How a new workbook is made, asked before it is: on how many sheets, and for which program."""

from msgspec import Struct
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor.excel.flavour import Flavour
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.settings import Settings

_WIDTH = 460
_ONE_SHEET, _COMPAT = "excel/one_sheet", "excel/compat"


class ExcelOptions(Struct, frozen=True):
    """`one_sheet` puts the cover and the first chart on one sheet."""

    one_sheet: bool = False
    flavour: Flavour = Flavour.EXCEL

    @classmethod
    def kept(cls, settings: Settings) -> "ExcelOptions":
        """Answer what was chosen last."""
        compat = settings.kept(_COMPAT) == "yes"
        flavour = Flavour.COMPAT if compat else Flavour.EXCEL
        return cls(settings.kept(_ONE_SHEET) == "yes", flavour)

    def keep(self, settings: Settings) -> None:
        """Remember the choice for the next time."""
        settings.keep(_ONE_SHEET, "yes" if self.one_sheet else "no")
        settings.keep(_COMPAT, "yes" if self.flavour is Flavour.COMPAT else "no")


class ExcelOptionsDialog(QDialog):
    """Asks for the options; `chosen` answers them after it was accepted."""

    def __init__(
        self, options: ExcelOptions, catalogue: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = catalogue.text
        self.setWindowTitle(words("export.excel.title"))
        self.setMinimumWidth(_WIDTH)
        self.one_sheet = QCheckBox(words("export.excel.one_sheet"))
        self.one_sheet.setChecked(options.one_sheet)
        self.compat = QCheckBox(words("export.excel.compat"))
        self.compat.setChecked(options.flavour is Flavour.COMPAT)
        hints = [QLabel(words(f"export.excel.{name}")) for name in ("about_sheet", "about_compat")]
        go_on, cancel = (
            QPushButton(words("export.excel.go_on")),
            QPushButton(words("export.excel.cancel")),
        )
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        buttons.addStretch(1)
        buttons.addWidget(go_on)
        buttons.addWidget(cancel)
        for box, hint in zip((self.one_sheet, self.compat), hints, strict=True):
            hint.setWordWrap(True)
            hint.setIndent(24)
            layout.addWidget(box)
            layout.addWidget(hint)
            layout.addSpacing(8)
        layout.addLayout(buttons)
        # Qt asks wrapped words how high they are before it knows how wide they may be.
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    @property
    def chosen(self) -> ExcelOptions:
        """The options as the boxes stand."""
        flavour = Flavour.COMPAT if self.compat.isChecked() else Flavour.EXCEL
        return ExcelOptions(self.one_sheet.isChecked(), flavour)
