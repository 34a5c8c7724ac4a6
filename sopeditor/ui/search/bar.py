"""The bar under the sheet that finds words in all texts and replaces them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
)

from sopeditor.canvas.places import Place
from sopeditor.editing.replacing import ReplaceAll, ReplaceMatch, Search
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.ui.desk import Desk
from sopeditor.ui.search.hits import Hits
from sopeditor.ui.search.places import excerpt, marked_up, place_of, place_words
from sopeditor.ui.subscriptions import Subscriptions

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchBar(QFrame):
    """Finds while one types, goes from hit to hit, replaces one or all.

    `show_place` brings a person to a place, `leave` gives the focus back to the sheet.
    """

    def __init__(
        self, desk: Desk, show_place: Callable[[Place], None], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self._desk, self._show_place, self._leave = desk, show_place, leave
        self._hits = Hits(desk.session)
        self._subscriptions = Subscriptions()
        self._subscriptions.listen(desk.session.document_changed, self._document_changed)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self._words("bar.name"))
        self._text = self._line("text")
        self._text.textChanged.connect(self._look_again)
        self._new = self._line("new")
        self._case = self._toggle("match_case")
        self._word = self._toggle("whole_word")
        self._count, self._excerpt = QLabel(), QLabel()
        self._one = self._button("one", self._replace_one)
        self._all = self._button("all", self._replace_all)
        self._arrange()
        self.hide()

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    def open_find(self) -> None:
        """Open the bar for finding."""
        self._open(replacing=False)

    def open_replace(self) -> None:
        """Open the bar for finding and replacing."""
        self._open(replacing=True)

    def find_next(self) -> None:
        """Go to the next hit, after the last to the first."""
        self._go(+1)

    def find_previous(self) -> None:
        """Go to the hit before, before the first to the last."""
        self._go(-1)

    def shut(self) -> None:
        """Put the bar away; what was looked for is remembered."""
        self.hide()
        self._leave()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        elif event.key() in _ENTER and self._new.hasFocus():
            self._replace_one()
        elif event.key() in _ENTER and self._text.hasFocus():
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._go(-1 if back else +1)
        else:
            super().keyPressEvent(event)

    def _words(self, key: str, **values: object) -> str:
        return self._desk.catalogue.text(f"replace.{key}", **values)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"search_{name}")
        line.setPlaceholderText(self._words(f"bar.{name}"))
        line.setAccessibleName(self._words(f"bar.{name}"))
        line.setMinimumWidth(120)
        return line

    def _toggle(self, name: str) -> QToolButton:
        button = self._tool(name, name)
        button.setCheckable(True)
        button.toggled.connect(self._look_again)
        return button

    def _tool(self, name: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"search_{name}")
        button.setIcon(self._desk.icons.action(icon))
        button.setToolTip(self._words(f"bar.{name}"))
        button.setAccessibleName(self._words(f"bar.{name}"))
        button.setAutoRaise(True)
        return button

    def _button(self, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"search_{name}")
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _arrange(self) -> None:
        previous = self._tool("previous", "find_previous")
        following = self._tool("next", "find_next")
        close = self._tool("close", "remove")
        previous.clicked.connect(self.find_previous)
        following.clicked.connect(self.find_next)
        close.clicked.connect(self.shut)
        self._one.setText(self._words("bar.replace_one"))
        # The excerpt gives way where the window is narrow.
        self._excerpt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._excerpt.setTextFormat(Qt.TextFormat.RichText)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for widget in (previous, following, self._case, self._word, self._count):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(close)
        replacing = QHBoxLayout()
        replacing.addWidget(self._one)
        replacing.addWidget(self._all)
        replacing.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 5, 8, 5)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._text, 0, 0)
        grid.addLayout(tools, 0, 1)
        grid.addWidget(self._new, 1, 0)
        grid.addLayout(replacing, 1, 1)
        grid.addWidget(self._excerpt, 2, 0, 1, 2)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _open(self, *, replacing: bool) -> None:
        for widget in (self._new, self._one, self._all):
            widget.setVisible(replacing)
        self.show()
        self._look_again()
        self._text.setFocus()
        self._text.selectAll()

    def _document_changed(self, _before: Document, _after: Document) -> None:
        if self.isVisible():
            self._look_again()

    def _look_again(self) -> None:
        self._hits.look(
            Search(
                self._text.text(),
                match_case=self._case.isChecked(),
                whole_word=self._word.isChecked(),
            )
        )
        self._show_found()

    def _go(self, way: int) -> None:
        if not self._hits.search.text:
            self.open_find()
            return
        self._look_again()
        if not self._hits.go(way):
            return
        self._show_found()
        match, document = self._hits.current, self._desk.session.document
        place = place_of(match.place, document) if match else None
        if place is None:
            return
        typing = next((line for line in (self._text, self._new) if line.hasFocus()), None)
        self._show_place(place)
        if typing is not None:
            typing.setFocus()

    def _show_found(self) -> None:
        count, number = len(self._hits.found), self._hits.number
        key = "at" if number else "count" if count else "none"
        said = {"at": {"number": number, "count": count}, "count": {"count": count}, "none": {}}
        searched = bool(self._text.text().strip())
        self._count.setText(self._words(f"bar.{key}", **said[key]) if searched else "")
        self._all.setText(self._words("bar.replace_all", count=count))
        self._all.setEnabled(count > 0)
        self._one.setEnabled(count > 0)
        self._show_excerpt()

    def _show_excerpt(self) -> None:
        match = self._hits.current
        self._excerpt.setVisible(match is not None)
        if match is not None:
            words = place_words(match.place, self._desk.session.document)
            pieces = excerpt(self._hits.text_of(match), match.start, match.end)
            place = self._desk.catalogue.word(words)
            self._excerpt.setText(self._words("bar.excerpt", place=place, text=marked_up(*pieces)))

    def _replace_one(self) -> None:
        """Replace the hit that is shown and go to the next; show one first, if none is."""
        match = self._hits.current
        if match is None:
            self._go(+1)
            return
        command = ReplaceMatch(search=self._hits.search, match=match, replacement=self._new.text())
        after = match.start + len(self._new.text())
        if self._desk.session.execute(command):
            self._hits.stand_after(match.place, after)
            self._go(+1)

    def _replace_all(self) -> None:
        command = ReplaceAll(search=self._hits.search, replacement=self._new.text())
        self._desk.session.execute(command)
