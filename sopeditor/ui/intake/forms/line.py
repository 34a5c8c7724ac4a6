"""Where a line leads: from which symbol to which, plain or with an arrow, and its label."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from sopeditor.excel.reader.corrections import LinesLead
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.choices import Course
from sopeditor.ui.intake.forms.form import Form, combo, with_none
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject


class LineForm(Form):
    """Corrects one line, or all pieces that are taken as one."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__(review, subject, catalogue)
        choices = self.choices
        self._course = choices.course_of(subject.shapes) if choices else Course(subject.shapes)
        self._symbols = choices.symbols() if choices else []
        self._ends: list[tuple[QComboBox, QComboBox]] = []
        for number, pair in enumerate(self._course.pairs or (None,)):
            self._add_ends(number, pair)
        self._kind = combo(
            [(False, self.words("kind_flow")), (True, self.words("kind_joint"))],
            self._course.joint,
        )
        self.add("kind", self._kind)
        self._label = QComboBox()
        self._label.setEditable(True)
        usual = (self._catalogue.text(f"canvas.branch.{name}") for name in ("yes", "no"))
        self._label.addItems(["", *usual])
        self._label.setCurrentText(self._course.label)
        self.add("label", self._label)
        self._kind.activated.connect(self._take_over)
        self._label.activated.connect(self._take_over)
        line = self._label.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._take_over_label)
        turn, both, drop = self.add_buttons("turn", "both_ways", "drop_line")
        turn.clicked.connect(self._turn)
        both.clicked.connect(self._both_ways)
        drop.clicked.connect(self._drop)
        for button in (turn, both):
            button.setEnabled(bool(self._course.pairs))

    def _add_ends(self, number: int, pair: tuple[int, int] | None) -> None:
        chosen = pair or (None, None)
        nothing = self.words("choose")
        source, target = (combo(with_none(nothing, self._symbols), end) for end in chosen)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(source, 1)
        layout.addWidget(QLabel("→"))
        layout.addWidget(target, 1)
        for name, box in (("source", source), ("target", target)):
            box.setObjectName(f"{name}{number}")
            box.setAccessibleName(self.words(name))
            box.activated.connect(self._take_over)
        self._ends.append((source, target))
        label = QLabel(self.words("leads"))
        label.setBuddy(source)
        self.rows.addRow(label, row)

    def _pairs(self) -> tuple[tuple[int, int], ...]:
        found = ((source.currentData(), target.currentData()) for source, target in self._ends)
        # On the way through a list, the keyboard passes by the symbol at the other end.
        return tuple(
            (one, other)
            for one, other in found
            if one is not None and other is not None and one != other
        )

    def _take_over(self) -> None:
        pairs = self._pairs()
        if pairs:
            self._say(pairs)

    def _take_over_label(self) -> None:
        if self._label.currentText().strip() != self._course.label:
            self._take_over()

    def _turn(self) -> None:
        self._say(tuple((target, source) for source, target in self._pairs()))

    def _both_ways(self) -> None:
        pairs = self._pairs()
        self._say((*pairs, *((target, source) for source, target in pairs)))

    def _drop(self) -> None:
        self._say(())

    def _say(self, pairs: tuple[tuple[int, int], ...]) -> None:
        typed = self._label.currentText().strip()
        label = typed if typed or self._course.label else None
        joint = bool(self._kind.currentData())
        pieces, pairs = self._course.pieces, tuple(dict.fromkeys(pairs))
        self.say(LinesLead(self.subject.sheet, pieces, pairs, joint, label))
