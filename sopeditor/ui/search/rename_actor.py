"""Renaming a jabatan everywhere: in its lane and wherever texts mention it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor.editing.actors import RenameActor
from sopeditor.editing.command import Command
from sopeditor.editing.replacing import Match, RenameEverywhere, mentions
from sopeditor.editing.texts import texts_of
from sopeditor.foundation.message import Catalogue
from sopeditor.model.document import Document
from sopeditor.ui.panels.fields import Choice, add_box, add_field, stacked_form
from sopeditor.ui.search.places import excerpt, place_words
from sopeditor.ui.sizing import open_with_size


class RenameActorDialog(QDialog):
    """Shows, before anything is done, every text that the new name would change."""

    def __init__(
        self, document: Document, actor: str, catalogue: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._catalogue = document, catalogue
        self.setWindowTitle(self._words("title"))
        open_with_size(self, QSize(520, 440))
        self._actor = Choice()
        self._actor.offer([(one.name or self._words("unnamed"), one.id) for one in document.actors])
        self._actor.show_value(actor)
        self._actor.chosen.connect(self._choose)
        self._name = QLineEdit()
        self._name.setObjectName("new_name")
        self._name.textChanged.connect(self._preview)
        self._in_texts = QCheckBox(self._words("in_texts"))
        self._in_texts.setChecked(True)
        self._in_texts.toggled.connect(self._preview)
        self._count = QLabel()
        self._count.setWordWrap(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self._words("list"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setAlternatingRowColors(True)
        self._list.setWordWrap(True)
        self._rename = QPushButton(self._words("rename"))
        self._arrange()
        self._choose(actor)

    def command(self) -> Command:
        """Answer the command that does what the dialog says."""
        actor, name = self._chosen(), " ".join(self._name.text().split())
        if self._in_texts.isChecked():
            return RenameEverywhere(actor=actor, name=name)
        return RenameActor(actor=actor, name=name)

    def _words(self, key: str, **values: object) -> str:
        return self._catalogue.text(f"replace.dialog.{key}", **values)

    def _arrange(self) -> None:
        form = stacked_form()
        add_field(form, self._words("actor"), self._actor)
        add_field(form, self._words("new"), self._name)
        add_box(form, self._in_texts)
        buttons = QDialogButtonBox()
        buttons.addButton(self._rename, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._catalogue.text("ui.button.cancel")
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._rename.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._count)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)

    def _chosen(self) -> str:
        return str(self._actor.values[self._actor.currentIndex()])

    def _choose(self, actor: object) -> None:
        self._name.setText(self._document.actor(str(actor)).name)
        self._name.selectAll()
        self._name.setFocus()
        self._preview()

    def _preview(self) -> None:
        old = self._document.actor(self._chosen()).name
        name = " ".join(self._name.text().split())
        found = mentions(self._document, self._chosen(), name) if name != old else ()
        shown = found if self._in_texts.isChecked() else ()
        texts = dict(texts_of(self._document))
        self._list.clear()
        for match in shown:
            self._list.addItem(self._line(match, texts[match.place], name))
        new = bool(name) and name != old
        self._rename.setEnabled(new)
        key = "count" if shown else "heading" if new else "begin"
        self._count.setText(self._words(key, count=len(shown)))

    def _line(self, match: Match, text: str, name: str) -> str:
        before, hit, after = excerpt(text, match.start, match.end)
        place = self._catalogue.word(place_words(match.place, self._document))
        change = f"{before}{hit} → {name}{after}"
        return self._catalogue.text("replace.bar.excerpt", place=place, text=change)
