"""How a template is filled: the choices below the look at it."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sopeditor.excel.flavour import Flavour
from sopeditor.excel.template.fill import FillOptions
from sopeditor.excel.template.rehearsal import Rehearsal
from sopeditor.foundation.message import Catalogue

#: The name of an office is cut beyond this, in pixels.
_LONGEST = 560


class FillChoices(QWidget):
    """Check boxes; `changed` when the filling must be done anew."""

    changed = Signal()

    def __init__(
        self,
        rehearsal: Rehearsal,
        office: str,
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        strangers = sum(sheet.strangers for sheet in rehearsal.previews)
        words = catalogue.text
        self.by_captions = QCheckBox(words("office_template.by_captions"))
        self.clear_shapes = QCheckBox(words("office_template.clear_shapes", count=strangers))
        self.clear_shapes.setVisible(strangers > 0)
        self.compat = QCheckBox(words("office_template.compat"))
        shown = self.fontMetrics().elidedText(office, Qt.TextElideMode.ElideRight, _LONGEST)
        self.remember = QCheckBox(
            words("office_template.remember", office=shown.replace("&", "&&"))
            if office
            else words("office_template.remember_nobody")
        )
        self.remember.setToolTip(office)
        self.remember.setEnabled(bool(office))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for box in (self.by_captions, self.clear_shapes, self.compat, self.remember):
            layout.addWidget(box)
        self.show_options(rehearsal.options)
        for box in (self.by_captions, self.clear_shapes, self.compat):
            box.clicked.connect(self.changed)

    @property
    def remembers(self) -> bool:
        """Whether the template is to be remembered."""
        return self.remember.isEnabled() and self.remember.isChecked()

    def options(self, before: FillOptions) -> FillOptions:
        """Answer the options as chosen; corrections stay."""
        return replace(
            before,
            by_captions=self.by_captions.isChecked(),
            clear_shapes=self.clear_shapes.isChecked(),
            flavour=Flavour.COMPAT if self.compat.isChecked() else Flavour.EXCEL,
        )

    def show_options(self, options: FillOptions) -> None:
        """Show the options that the filling on the screen was made with."""
        self.by_captions.setChecked(options.by_captions)
        self.clear_shapes.setChecked(options.clear_shapes)
        self.compat.setChecked(options.flavour is Flavour.COMPAT)
