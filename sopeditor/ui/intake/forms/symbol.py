"""What a shape is and where it stands: kind, step, lanes, and a flow that nobody drew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from sopeditor.excel.reader.corrections import (
    Correction,
    FlowAdded,
    LinesLead,
    ShapeIs,
    ShapeStands,
    Use,
)
from sopeditor.excel.reader.nodes import node_of
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.forms.form import Form, combo, with_none
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject

#: The height of the list of further lanes, in rows.
_ROWS = 3
_ARROW = "arrow"


class SymbolForm(Form):
    """Corrects one shape that is, or might be, a symbol."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        self._shape = subject.shapes[0]
        uses = [(use, self.words(f"use_{use.value}")) for use in Use]
        self._use = combo([*uses, (_ARROW, self.words("use_arrow"))], self._present_use())
        self.add("use", self._use)
        self._use.activated.connect(self._take_over_use)
        choices = self.choices
        place = choices.place_of(self._shape) if choices else None
        if choices and choices.steps() and self._present_use() is not _ARROW:
            self._add_place(place)
            if place is not None:
                self._add_flow()

    def _present_use(self) -> object:
        told = [
            said.use
            for said in self.review.made
            if isinstance(said, ShapeIs)
            and (said.sheet, said.shape) == (self.subject.sheet, self._shape)
        ]
        if told:
            return told[-1]
        if any(map(self._is_course, self.review.made)):
            return _ARROW
        symbol = self._symbol_kind()
        return Use(symbol) if symbol else Use.NOTHING

    def _is_course(self, said: Correction) -> bool:
        """Answer whether a correction says where this shape leads as a line."""
        return (
            isinstance(said, LinesLead)
            and said.sheet == self.subject.sheet
            and self._shape in said.pieces
        )

    def _symbol_kind(self) -> str | None:
        imported = self.review.imported
        names = imported.origins.symbol_of(self.subject.sheet, (self._shape,)) if imported else ()
        for chart in imported.document.charts if imported else ():
            for _, symbol in chart.symbols():
                if symbol.id in names:
                    return symbol.kind.value
        return None

    def _add_place(self, place: tuple[int, tuple[int, ...]] | None) -> None:
        choices = self.choices
        assert choices is not None
        nothing = [] if place else [(None, self.words("choose"))]
        self._step = combo([*nothing, *choices.steps()], place[0] if place else None)
        self.add("step", self._step)
        names = choices.lanes(place[0] if place else self.subject.place[0])
        lanes = place[1] if place else ()
        self._lane = combo(enumerate(names), lanes[0] if lanes else None)
        self.add("lane", self._lane)
        self._step.activated.connect(self._take_over_place)
        self._lane.activated.connect(self._take_over_place)
        self._others = QListWidget()
        for index, name in enumerate(names):
            item = QListWidgetItem(name)
            checked = index in lanes[1:]
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
            self._others.addItem(item)
        self._others.setFixedHeight(
            _ROWS * max(self._others.sizeHintForRow(0), 16) + 2 * self._others.frameWidth()
        )
        self.add("others", self._others)
        self._others.itemChanged.connect(self._take_over_place)

    def _add_flow(self) -> None:
        choices = self.choices
        assert choices is not None
        others = [choice for choice in choices.symbols() if choice[0] != self._shape]
        self._target = combo(with_none(self.words("choose"), others), None)
        self._joint = combo(
            [(False, self.words("kind_flow")), (True, self.words("kind_joint"))], False
        )
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._joint)
        layout.addWidget(self._target, 1)
        self._target.setAccessibleName(self.words("target"))
        self._joint.setAccessibleName(self.words("kind"))
        self.add("new_flow", row)
        (add,) = self.add_buttons("add_flow")
        add.clicked.connect(self._take_over_flow)

    def _take_over_use(self) -> None:
        use = self._use.currentData()
        if use == _ARROW:
            self.say(LinesLead(self.subject.sheet, (self._shape,), ()))
            return
        said = ShapeIs(self.subject.sheet, self._shape, Use(use))
        self.say(said, drop=[said for said in self.review.made if self._is_course(said)])

    def _take_over_place(self) -> None:
        row = self._step.currentData()
        if row is None:
            return
        lead = int(self._lane.currentData())
        others = [
            index
            for index in range(self._others.count())
            if self._others.item(index).checkState() is Qt.CheckState.Checked and index != lead
        ]
        said = ShapeStands(self.subject.sheet, self._shape, int(row), (lead, *others))
        # A shape that was none becomes what it looks like, else a box.
        if self._symbol_kind() is None:
            self.say(ShapeIs(self.subject.sheet, self._shape, self._likely_use()), said)
        else:
            self.say(said)

    def _likely_use(self) -> Use:
        sheets = [sheet for sheet in self.review.sheets if sheet.name == self.subject.sheet]
        node = node_of(sheets[0].objects[self._shape])
        return Use(node.kind.value) if node else Use.PROCESS

    def _take_over_flow(self) -> None:
        target = self._target.currentData()
        if target is not None:
            joint = bool(self._joint.currentData())
            self.say(FlowAdded(self.subject.sheet, self._shape, int(target), joint))
