"""Where a table lies: the rows of its head and end, its lanes, the column of each text."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QWidget

from sopeditor.excel.reader.corrections import TableIs
from sopeditor.excel.reader.header import TableHead
from sopeditor.foundation.message import Catalogue
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.ui.intake.choices import columns_of
from sopeditor.ui.intake.forms.form import Form, combo
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject

_COLUMNS = (Column.NUMBER, *TEXT_COLUMNS)


class TableForm(Form):
    """Corrects what recognition found, or tells a table that it did not find."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        self._head = self._present_head()
        head = self._head
        sheet = next(sheet for sheet in review.sheets if sheet.name == subject.sheet)
        top = head.top if head else subject.place[0]
        bottom = head.bottom if head else top + 1
        self._top, self._bottom = self._rows(top, bottom, sheet.cells.last)
        self._pair("head_rows", self._top, self._bottom)
        columns = list(columns_of(sheet, range(top, bottom + 1)))
        lanes = (head.lanes[0].first, head.lanes[-1].last) if head else (2, 2)
        self._first, self._last = (combo(columns, column) for column in lanes)
        self._pair("lanes", self._first, self._last)
        self._texts: dict[Column, QComboBox] = {}
        nothing = [(None, self.words("no_column"))]
        for column in _COLUMNS:
            place = head.columns.get(column) if head else None
            box = combo([*nothing, *columns], place[0] if place else None)
            self._texts[column] = box
            self.add(f"column_{column.value}", box)
        self._end = QSpinBox()
        self._end.setRange(0, sheet.cells.last + 1)
        self._end.setSpecialValueText(self.words("as_far"))
        self._end.setValue(head.last + 1 if head and head.last is not None else 0)
        self.add("last_row", self._end)
        self._before = self._told()
        for box in (self._first, self._last, *self._texts.values()):
            box.activated.connect(self._take_over)
        for spin in (self._top, self._bottom, self._end):
            spin.editingFinished.connect(self._take_over)

    def _present_head(self) -> TableHead | None:
        heads = self.choices.heads() if self.choices else []
        above = [head for head in heads if head.top <= self.subject.place[0]]
        return above[-1] if above else (heads[0] if heads else None)

    @staticmethod
    def _rows(top: int, bottom: int, last: int) -> tuple[QSpinBox, QSpinBox]:
        boxes = QSpinBox(), QSpinBox()
        for box, row in zip(boxes, (top, bottom), strict=True):
            box.setRange(1, last + 1)
            box.setValue(row + 1)
        return boxes

    def _pair(self, name: str, first: QWidget, last: QWidget) -> None:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(first, 1)
        layout.addWidget(QLabel("–"))
        layout.addWidget(last, 1)
        for number, box in enumerate((first, last)):
            box.setObjectName(f"{name}{number}")
            box.setAccessibleName(self.words(f"{name}_{'from' if number == 0 else 'to'}"))
        self.add(name, row)
        row.setAccessibleName("")

    def _take_over(self) -> None:
        """Take over what was changed, as soon as the activities have a column."""
        told = self._told()
        if told != self._before and Column.ACTIVITY in dict(told.columns):
            self._before = told
            self.say(told)

    def _told(self) -> TableIs:
        top, first = self._top.value() - 1, int(self._first.currentData())
        last_row = self._end.value()
        return TableIs(
            sheet=self.subject.sheet,
            found=self._found(),
            top=top,
            bottom=max(top, self._bottom.value() - 1),
            lanes=(first, max(first, int(self._last.currentData()))),
            columns=tuple(
                (column, int(box.currentData()))
                for column, box in self._texts.items()
                if box.currentData() is not None
            ),
            last=last_row - 1 if last_row else None,
        )

    def _found(self) -> int | None:
        """Answer the row of the head that recognition found in this place, if it found one."""
        if self._head is None:
            return None
        for said in self.review.made:
            is_here = isinstance(said, TableIs) and said.sheet == self.subject.sheet
            if isinstance(said, TableIs) and is_here and said.top == self._head.top:
                return said.found
        return self._head.top
