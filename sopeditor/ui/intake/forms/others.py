"""Forms with one question: a label's line, a link's mate, a row, a cell, a field."""

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from sopeditor.excel.reader.corrections import (
    CellSays,
    FieldSays,
    LabelBelongs,
    LinkLeads,
    RowIs,
    RowUse,
    ShapeIs,
    Use,
)
from sopeditor.excel.reader.told_fields import FIELDS
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.ui.intake.forms.form import Form, combo, with_none
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject


class LabelForm(Form):
    """Which line some words belong to."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        lines = self.choices.lines() if self.choices else []
        told = [
            said.line
            for said in review.made
            if isinstance(said, LabelBelongs) and _is_about(said, subject)
        ]
        chosen = told[-1] if told else None
        self._line = combo(with_none(self.words("choose"), lines), chosen)
        self.add("label_of", self._line)
        self._line.activated.connect(self._take_over)
        (leave_out,) = self.add_buttons("leave_out")
        leave_out.clicked.connect(self._leave_out)

    def _take_over(self) -> None:
        line = self._line.currentData()
        if line is not None:
            self.say(LabelBelongs(self.subject.sheet, self.subject.shapes[0], int(line)))

    def _leave_out(self) -> None:
        self.say(ShapeIs(self.subject.sheet, self.subject.shapes[0], Use.NOTHING))


class LinkForm(Form):
    """Where a page link goes on to, or comes from."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        symbols = self.choices.symbols() if self.choices else []
        told = [
            said.symbol
            for said in review.made
            if isinstance(said, LinkLeads) and _is_about(said, subject)
        ]
        chosen = told[-1] if told else None
        self._symbol = combo(with_none(self.words("choose"), symbols), chosen)
        self.add("link_to", self._symbol)
        self._symbol.activated.connect(self._take_over)
        (leave_out,) = self.add_buttons("leave_out")
        leave_out.clicked.connect(self._leave_out)

    def _take_over(self) -> None:
        symbol = self._symbol.currentData()
        if symbol is not None:
            self.say(LinkLeads(self.subject.sheet, self.subject.shapes[0], int(symbol)))

    def _leave_out(self) -> None:
        self.say(ShapeIs(self.subject.sheet, self.subject.shapes[0], Use.NOTHING))


class RowForm(Form):
    """What a row of the table is."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        told = [
            said.use
            for said in review.made
            if isinstance(said, RowIs)
            and (said.sheet, said.row) == (subject.sheet, subject.place[0])
        ]
        uses = [(use, self.words(f"row_{use.value}")) for use in RowUse]
        self._use = combo(with_none(self.words("choose"), uses), told[-1] if told else None)
        self.add("row", self._use)
        self._use.activated.connect(self._take_over)

    def _take_over(self) -> None:
        use = self._use.currentData()
        if use is not None:
            self.say(RowIs(self.subject.sheet, self.subject.place[0], RowUse(use)))


class TextField(QPlainTextEdit):
    """A field of several lines that Tab leaves; `leaving` is called when it is left."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(4 * self.fontMetrics().lineSpacing())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        parent = self.parentWidget()
        if isinstance(parent, (CellForm, FieldForm)):
            parent.take_over()


class CellForm(Form):
    """What a cell says."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        self._before = cell_text(review, subject)
        self._text = TextField(self._before)
        self.add("cell_text", self._text)
        (button,) = self.add_buttons("take_over")
        button.clicked.connect(self.take_over)

    def take_over(self) -> None:
        """Take over what was typed, if it is new."""
        text = self._text.toPlainText()
        if text != self._before:
            self._before = text
            self.say(CellSays(self.subject.sheet, *self.subject.place, text))


class FieldForm(Form):
    """Which field of the identity a cell holds, and what it says."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        told = [
            said
            for said in review.made
            if isinstance(said, FieldSays) and (said.sheet, said.place) == self._where()
        ]
        self._before = told[-1].text if told else self._proposed()
        names = [(name, self.words(f"field_{name}")) for name in FIELDS]
        chosen = told[-1].field if told else None
        self._field = combo(with_none(self.words("choose"), names), chosen)
        self.add("field", self._field)
        self._text = TextField(self._before)
        self.add("field_text", self._text)
        self._field.activated.connect(self._take_over_field)
        (button,) = self.add_buttons("take_over")
        button.clicked.connect(self.take_over)

    def _proposed(self) -> str:
        """Answer the cell's text, unless it is part of a table: that is no field."""
        heads = self.choices.heads() if self.choices else []
        below = any(head.top <= self.subject.place[0] for head in heads)
        return "" if below else cell_text(self.review, self.subject)

    def _where(self) -> tuple[str, tuple[int, int]]:
        return self.subject.sheet, self.subject.place

    def take_over(self) -> None:
        """Take over what was typed, if it is new and a field is chosen."""
        if self._text.toPlainText() != self._before:
            self._take_over_field()

    def _take_over_field(self) -> None:
        name = self._field.currentData()
        if name is not None:
            self._before = self._text.toPlainText()
            sheet, place = self._where()
            self.say(FieldSays(str(name), self._before, sheet, place))


def _is_about(said: LabelBelongs | LinkLeads, subject: Subject) -> bool:
    return (said.sheet, said.shape) == (subject.sheet, subject.shapes[0])


def cell_text(review: ImportReview, subject: Subject) -> str:
    """Answer what the subject's cell says now."""
    for sheet in review.sheets:
        if sheet.name == subject.sheet:
            return sheet.cells.text(*subject.place)
    return ""
