"""Which template: the office's remembered one first, then ours, then any other file."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override

#: Lets choose a file; None when cancelled.
Browse = Callable[[], Path | None]

#: Forgets the template of an office.
Forget = Callable[[str], None]


class Offer(Struct, frozen=True):
    """A template in the list; `office` remembers it, empty for those that come with the program."""

    path: Path
    office: str = ""


class TemplateChooser(QDialog):
    """Offers templates; `path` is the chosen one after it was accepted."""

    def __init__(
        self,
        offers: tuple[Offer, ...],
        browse: Browse,
        forget: Forget,
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self._offers = list(offers)
        self._browse = browse
        self._forget_office = forget
        self._catalogue = catalogue
        self.setWindowTitle(self._words("choose_title"))
        self.setMinimumSize(520, 320)
        self.list = QListWidget()
        self.list.setAccessibleName(self._words("choose_list"))
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        self.use_button = QPushButton(self._words("use"))
        self.browse_button = QPushButton(self._words("browse"))
        self.forget_button = QPushButton(self._words("forget"))
        self._arrange()
        self.list.currentRowChanged.connect(self._show_about)
        self.list.itemActivated.connect(self._use)
        self.use_button.clicked.connect(self._use)
        self.browse_button.clicked.connect(self._use_other)
        self.forget_button.clicked.connect(self._forget)
        self._show_offers()

    def _words(self, key: str, /, **values: object) -> str:
        return self._catalogue.text(f"office_template.{key}", **values)

    def _arrange(self) -> None:
        cancel = QPushButton(self._words("cancel"))
        cancel.clicked.connect(self.reject)
        self.use_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.browse_button)
        buttons.addWidget(self.forget_button)
        buttons.addStretch(1)
        buttons.addWidget(self.use_button)
        buttons.addWidget(cancel)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self._words("choose_label")))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.about)
        layout.addLayout(buttons)

    def _show_offers(self) -> None:
        self.list.clear()
        for offer in self._offers:
            key = "offer_remembered" if offer.office else "offer_own"
            item = QListWidgetItem(self._words(key, name=offer.path.stem, office=offer.office))
            item.setToolTip(str(offer.path))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._show_about(self.list.currentRow())

    def _current(self) -> Offer | None:
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def _show_about(self, _row: int) -> None:
        offer = self._current()
        there = offer is not None and offer.path.is_file()
        self.use_button.setEnabled(there)
        self.forget_button.setEnabled(offer is not None and bool(offer.office))
        if offer is None:
            self.about.setText("")
        elif not there:
            folder = str(offer.path.parent)
            self.about.setText(self._words("vanished", name=offer.path.name, folder=folder))
        elif offer.office:
            self.about.setText(self._words("about_remembered", folder=str(offer.path.parent)))
        else:
            self.about.setText(self._words("about_own"))

    def _use(self) -> None:
        offer = self._current()
        if offer is not None and offer.path.is_file():
            self.path = offer.path
            self.accept()

    def _use_other(self) -> None:
        self.path = self._browse()
        if self.path is not None:
            self.accept()

    def _forget(self) -> None:
        offer = self._current()
        if offer is not None:
            self._forget_office(offer.office)
            self._offers.remove(offer)
            self._show_offers()

    @override
    def reject(self) -> None:
        """Close without a choice."""
        self.path = None
        super().reject()
