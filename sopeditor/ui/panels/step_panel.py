"""The panel "Langkah": everything of one row, for hands that stay on the keyboard.

It is also the twin of the sheet for screen readers: all that can be drawn can be done here.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sopeditor.editing.several import SetPageBreaks, SetStepTexts
from sopeditor.editing.steps import SetPageBreak, SetStepLabel, SetStepText
from sopeditor.editing.symbols import AddSymbol
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.duration import Duration
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.session.selection import Selection
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_chart, focused_step, focused_steps
from sopeditor.ui.panels.fields import (
    LineField,
    TextField,
    add_box,
    add_field,
    small_label,
    stacked_form,
)
from sopeditor.ui.panels.panel import Panel, fill_panel, scrolling
from sopeditor.ui.panels.reading import reading_text
from sopeditor.ui.panels.symbol_card import SymbolCard
from sopeditor.ui.placing import free_lane

_BELOW_SYMBOLS = (
    Column.INPUTS,
    Column.TOOLS,
    Column.DURATION,
    Column.OUTPUT,
    Column.REMARKS,
)


class StepPanel(Panel):
    """Edits the step that the selection touches, or all selected rows at once.

    Of several rows a field shows what they have in common; what is typed goes into all.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._steps: tuple[str, ...] = ()
        self._cards: dict[str, SymbolCard] = {}
        self._title = QLabel()
        self._title.setObjectName("step_title")
        self._empty = QLabel(self.words("step.empty"))
        self._empty.setWordWrap(True)
        self._texts = {column: self._text_field(column) for column in self._columns()}
        self._reading = small_label()
        self._label = LineField()
        self._label.setMaxLength(12)
        self._label.textEdited.connect(self._label_typed)
        self._break = QCheckBox(self.words("step.page_break"))
        self._break.clicked.connect(self._break_clicked)
        self._form = self._build_form()
        fill_panel(self, scrolling(self._page()))

    @override
    def refresh(self) -> None:
        steps = focused_steps(self.document, self.desk.session.selection)
        self._form.setVisible(bool(steps))
        self._empty.setVisible(not steps)
        self._previous.setEnabled(self._neighbour(-1) is not None)
        self._next.setEnabled(self._neighbour(+1) is not None)
        self._steps = tuple(step.id for step in steps)
        self._title.clear()
        if steps:
            self._show_texts(steps)
            self._show_break(steps)
            self._show_own(steps)

    @staticmethod
    def _columns() -> tuple[Column, ...]:
        return (Column.ACTIVITY, *_BELOW_SYMBOLS)

    def _text_field(self, column: Column) -> TextField:
        field = TextField(least=3 if column is Column.ACTIVITY else 1)
        field.setObjectName(f"step_{column.value}")
        field.edited.connect(partial(self._text_typed, column))
        return field

    def _page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(self._header())
        layout.addWidget(self._empty)
        layout.addWidget(self._form)
        layout.addStretch(1)
        return page

    def _header(self) -> QHBoxLayout:
        self._previous = self.icon_button("previous", "step.previous")
        self._next = self.icon_button("next", "step.next")
        self._previous.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        header.addWidget(self._previous)
        header.addWidget(self._next)
        return header

    def _build_form(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        activity = stacked_form()
        add_field(activity, self._caption(Column.ACTIVITY), self._texts[Column.ACTIVITY])
        layout.addLayout(activity)
        self._symbols_area = self._symbols_part()
        layout.addWidget(self._symbols_area)
        below = self._below = stacked_form()
        for column in _BELOW_SYMBOLS:
            add_field(below, self._caption(column), self._texts[column])
            if column is Column.DURATION:
                below.addRow(self._reading)
        add_field(below, self.words("step.label"), self._label)
        add_box(below, self._break)
        layout.addLayout(below)
        return page

    def _symbols_part(self) -> QWidget:
        self._symbols = QVBoxLayout()
        self._symbols.setSpacing(6)
        header = QHBoxLayout()
        header.addWidget(QLabel(self.words("step.symbols")), 1)
        add = self.icon_button("add", "step.add_symbol")
        add.clicked.connect(self._add_symbol)
        header.addWidget(add)
        area = QWidget()
        part = QVBoxLayout(area)
        part.setContentsMargins(0, 0, 0, 0)
        part.addLayout(header)
        part.addLayout(self._symbols)
        return area

    def _caption(self, column: Column) -> str:
        return self.words(f"step.{column.value}")

    def _show_texts(self, steps: tuple[Step, ...]) -> None:
        for column, field in self._texts.items():
            texts = {step.text(column) for step in steps}
            field.setPlaceholderText(self.words("step.various") if len(texts) > 1 else "")
            field.show_text(texts.pop() if len(texts) == 1 else "")
        durations = {step.quality.duration for step in steps}
        common = durations.pop() if len(durations) == 1 else Duration()
        self._reading.setText(reading_text(common, self.desk.catalogue))
        self._reading.setVisible(bool(self._reading.text()))

    def _show_break(self, steps: tuple[Step, ...]) -> None:
        breaks = {step.break_before for step in steps}
        # Only then: a person who clicks means yes or no.
        self._break.setTristate(len(breaks) > 1)
        state = Qt.CheckState.Checked if breaks.pop() else Qt.CheckState.Unchecked
        self._break.setCheckState(Qt.CheckState.PartiallyChecked if breaks else state)

    def _show_own(self, steps: tuple[Step, ...]) -> None:
        """Show what one row has of its own; of several, how many they are."""
        alone = len(steps) == 1
        self._symbols_area.setVisible(alone)
        self._below.setRowVisible(self._label, alone)
        if not alone:
            self._title.setText(self.words("step.several", count=len(steps)))
            return
        chart = self.document.chart_of_step(steps[0].id)
        label = chart.row_labels()[chart.step_position(steps[0].id)]
        self._title.setText(self.words("step.title", label=label, count=len(chart.steps)))
        self._label.show_text(steps[0].label)
        self._show_symbols(chart, steps[0])

    def _show_symbols(self, chart: Chart, step: Step) -> None:
        if [*self._cards] != [symbol.id for symbol in step.symbols]:
            self._rebuild_cards(step)
        for symbol in step.symbols:
            self._cards[symbol.id].show_symbol(chart, symbol)

    def _rebuild_cards(self, step: Step) -> None:
        for card in self._cards.values():
            self._symbols.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = {symbol.id: SymbolCard(self, symbol.id) for symbol in step.symbols}
        for card in self._cards.values():
            self._symbols.addWidget(card)

    def _text_typed(self, column: Column, text: str) -> None:
        if len(self._steps) == 1:
            self.run(SetStepText(step=self._steps[0], column=column, text=text))
        else:
            self.run(SetStepTexts(steps=self._steps, column=column, text=text))

    def _label_typed(self, text: str) -> None:
        self.run(SetStepLabel(step=self._steps[0], label=text))

    def _break_clicked(self, broken: bool) -> None:
        if len(self._steps) == 1:
            self.run(SetPageBreak(step=self._steps[0], broken=broken))
        else:
            self.run(SetPageBreaks(steps=self._steps, broken=broken))

    def _add_symbol(self) -> None:
        lane = free_lane(self.document, self._steps[0], SymbolKind.PROCESS)
        symbol = Symbol(id=fresh_id("symbol"), kind=SymbolKind.PROCESS, actors=lane)
        self.run(AddSymbol(step=self._steps[0], symbol=symbol))

    def _neighbour(self, offset: int) -> Selection | None:
        chart = focused_chart(self.document, self.desk.session.selection)
        if chart is None or not chart.steps:
            return None
        position = offset - 1 if offset > 0 else len(chart.steps)
        if found := focused_step(self.document, self.desk.session.selection):
            position = chart.step_position(found[1].id)
        target = position + offset
        if not 0 <= target < len(chart.steps):
            return None
        return Selection(chart=chart.id, steps=frozenset({chart.steps[target].id}))

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(+1)

    def _go(self, offset: int) -> None:
        target = self._neighbour(offset)
        if target is not None:
            self.desk.session.select(target)
