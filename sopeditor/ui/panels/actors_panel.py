"""The panel "Pelaksana": the lanes of the current chart, from left to right."""

from functools import partial

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sopeditor.editing.actors import (
    AddActor,
    MoveLane,
    RemoveActor,
    RenameActor,
    SetActorCode,
    SetExternal,
    uses_of,
)
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.overriding import override
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.session.selection import Selection
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_chart
from sopeditor.ui.panels.fields import LineField, add_box, add_field, small_label, stacked_form
from sopeditor.ui.panels.panel import Panel

_ACTOR = Qt.ItemDataRole.UserRole


class ActorsPanel(Panel):
    """Edits the lanes: names in place, order by dragging or by buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._list = self._build_list()
        self._code = LineField()
        self._code.setMaxLength(12)
        self._code.textEdited.connect(self._code_typed)
        self._external = QCheckBox(self.words("actors.external"))
        self._external.toggled.connect(self._external_toggled)
        self._details = self._build_details()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addLayout(self._buttons())
        layout.addWidget(self._list, 1)
        layout.addWidget(small_label(self.words("actors.hint")))
        layout.addWidget(self._details)

    @property
    def listing(self) -> QListWidget:
        """The list of the lanes."""
        return self._list

    def actions_on_current(self) -> tuple[QAction, ...]:
        """Answer what can be done with the chosen lane in the list alone."""
        edit = QAction(self.words("actors.edit"), self._list)
        edit.triggered.connect(self._edit_current)
        edit.setEnabled(self._current() is not None)
        return (edit,)

    @override
    def refresh(self) -> None:
        blocker = QSignalBlocker(self._list)
        chart = self._chart()
        actors = [self.document.actor(lane) for lane in chart.lanes] if chart else []
        self._show_items(actors)
        self._show_selected(actors)
        blocker.unblock()
        self._show_details()

    def add(self) -> None:
        """Add a lane beside the selected one, else at the right, and let its name be typed."""
        chart = self._chart()
        if chart is None:
            return
        chosen = self.desk.session.selection.actors
        places = [place for place, lane in enumerate(chart.lanes, start=1) if lane in chosen]
        position = places[-1] if places else len(chart.lanes)
        name = self.words("actors.new_name", number=len(chart.lanes) + 1)
        actor = Actor(id=fresh_id("actor"), name=name)
        self.run(AddActor(chart=chart.id, position=position, actor=actor))
        self._choose(actor.id)
        if self.isVisible():
            self._list.editItem(self._list.currentItem())

    def remove(self) -> None:
        """Remove the chosen lane; asks when symbols stand in it."""
        self.catch_up()  # the menu asks for it too, while the list is out of sight
        actor, chart = self._current(), self._chart()
        if actor is None or chart is None:
            return
        uses = uses_of(self.document, actor.id, chart.id)
        name = actor.name or self.words("actors.unnamed")
        if uses == 0 or self.desk.questions.ask_remove_actor(name, uses):
            self.run(RemoveActor(actor=actor.id, chart=chart.id))

    def _edit_current(self) -> None:
        self._list.editItem(self._list.currentItem())

    def _build_list(self) -> QListWidget:
        view = QListWidget()
        view.setAccessibleName(self.words("actors.list"))
        view.setSpacing(3)
        # Names of jabatan are often longer than the panel is wide.
        view.setWordWrap(True)
        view.setResizeMode(QListWidget.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        view.itemChanged.connect(self._renamed)
        view.currentRowChanged.connect(self._row_chosen)
        view.model().rowsMoved.connect(self._rows_moved)
        return view

    def _build_details(self) -> QWidget:
        details = QWidget()
        form = stacked_form()
        add_field(form, self.words("actors.code"), self._code)
        self._code.setToolTip(self.words("actors.code_tip"))
        add_box(form, self._external)
        details.setLayout(form)
        return details

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel(self.words("actors.title")), 1)
        slots = {
            "add": self.add,
            "move_up": self._move_left,
            "move_down": self._move_right,
            "delete": self.remove,
        }
        for icon, slot in slots.items():
            button = self.icon_button(icon, f"actors.{icon}")
            button.clicked.connect(slot)
            row.addWidget(button)
        return row

    def _chart(self) -> Chart | None:
        return focused_chart(self.document, self.desk.session.selection)

    def _current(self) -> Actor | None:
        row = self._list.currentRow()
        if row < 0:
            return None
        ids = {actor.id: actor for actor in self.document.actors}
        return ids.get(self._list.item(row).data(_ACTOR))

    def _show_items(self, actors: list[Actor]) -> None:
        """Show the names; items stay where the order is the same, so that editing goes on."""
        shown = [self._list.item(row).data(_ACTOR) for row in range(self._list.count())]
        if shown != [actor.id for actor in actors]:
            self._list.clear()
            for actor in actors:
                item = QListWidgetItem(self._list)
                item.setData(_ACTOR, actor.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        for row, actor in enumerate(actors):
            item = self._list.item(row)
            if item.text() != actor.name:
                item.setText(actor.name)

    def _show_selected(self, actors: list[Actor]) -> None:
        chosen = self.desk.session.selection.actors
        for row, actor in enumerate(actors):
            if actor.id in chosen:
                self._list.setCurrentRow(row)
                return
        if self._list.currentRow() < 0 and actors:
            self._list.setCurrentRow(0)

    def _show_details(self) -> None:
        actor = self._current()
        self._details.setEnabled(actor is not None)
        self._code.show_text(actor.code if actor else "")
        blocker = QSignalBlocker(self._external)
        self._external.setChecked(actor is not None and actor.external)
        blocker.unblock()

    def _choose(self, actor: str) -> None:
        chart = self._chart()
        if chart is not None:
            self.desk.session.select(Selection.of_actors(chart.id, actor))

    def _row_chosen(self, row: int) -> None:
        if row >= 0:
            self._choose(self._list.item(row).data(_ACTOR))
        self._show_details()

    def _renamed(self, item: QListWidgetItem) -> None:
        actor = item.data(_ACTOR)
        if actor is not None and self.document.actor(actor).name != item.text():
            self.run(RenameActor(actor=actor, name=item.text()))

    def _rows_moved(
        self, _from: QModelIndex, start: int, _end: int, _to: QModelIndex, row: int
    ) -> None:
        arrived = row - 1 if row > start else row
        actor = str(self._list.item(arrived).data(_ACTOR))
        # The list is still in the middle of its own move.
        QTimer.singleShot(0, self, partial(self.move_lane, actor, row))

    def move_lane(self, actor: str, position: int) -> None:
        """Move the lane of `actor` before the one that now has the index `position`."""
        chart = self._chart()
        if chart is not None and 0 <= position <= len(chart.lanes):
            self.run(MoveLane(chart=chart.id, actor=actor, position=position))

    def _move_left(self) -> None:
        self._move_current(-1)

    def _move_right(self) -> None:
        self._move_current(+2)

    def _move_current(self, offset: int) -> None:
        actor, row = self._current(), self._list.currentRow()
        if actor is not None:
            self._choose(actor.id)
            self.move_lane(actor.id, row + offset)

    def _code_typed(self, text: str) -> None:
        if actor := self._current():
            self.run(SetActorCode(actor=actor.id, code=text))

    def _external_toggled(self, external: bool) -> None:
        if actor := self._current():
            self.run(SetExternal(actor=actor.id, external=external))
