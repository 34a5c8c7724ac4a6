"""The panel "Identitas": the 13 fields of the cover (PermenPAN-RB 35/2012, II.C)."""

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from sopeditor.editing.identity import (
    DATE_FIELDS,
    LIST_FIELDS,
    TEXT_FIELDS,
    SetApprover,
    SetClassification,
    SetIdentityField,
)
from sopeditor.foundation.overriding import override
from sopeditor.model.date import DateText
from sopeditor.model.identity import Completeness, Genericity, Nature, Scope
from sopeditor.ui.desk import Desk
from sopeditor.ui.panels.date_field import DateField
from sopeditor.ui.panels.fields import Choice, LineField, TextField, add_field, stacked_form
from sopeditor.ui.panels.logo_field import LogoField
from sopeditor.ui.panels.panel import Panel, fill_panel, scrolling

_APPROVER_FIELDS = ("position", "name", "employee_id", "rank")
#: The four axes of PermenPAN-RB 35/2012, II.A.4.
_AXES = {
    "nature": Nature,
    "scope": Scope,
    "completeness": Completeness,
    "genericity": Genericity,
}


class IdentityPanel(Panel):
    """Edits `Identity`, field by field."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._logo = LogoField(self)
        self._texts = {name: self._text_field(name) for name in TEXT_FIELDS}
        self._dates = {name: self._date_field(name) for name in DATE_FIELDS}
        self._approver = {name: self._approver_field(name) for name in _APPROVER_FIELDS}
        self._lists = {name: self._list_field(name) for name in LIST_FIELDS}
        self._axes = {name: self._axis(name) for name in _AXES}
        self._area = scrolling(self._page())
        fill_panel(self, self._area)

    @override
    def refresh(self) -> None:
        identity = self.document.identity
        self._logo.show_logo(identity.logo)
        for name, text in self._texts.items():
            text.show_text(getattr(identity, name))
        for name, date in self._dates.items():
            date.show_date(getattr(identity, name))
        for name, field in self._approver.items():
            field.show_text(getattr(identity.approver, name))
        for name, items in self._lists.items():
            items.show_text("\n".join(getattr(identity, name)))
        for name, axis in self._axes.items():
            axis.show_value(getattr(identity.classification, name))

    def go_to(self, field: str) -> bool:
        """Put the caret into a field of the cover; answer whether there is such a field."""
        widget = self._widget_of(field)
        if widget is None:
            return False
        widget.setFocus()
        self._area.ensureWidgetVisible(widget)
        return True

    def _widget_of(self, field: str) -> QWidget | None:
        fields: dict[str, QWidget] = {
            "logo": self._logo,
            "approver": self._approver["position"],
            "classification": self._axes["nature"],
            **self._texts,
            **self._dates,
            **self._approver,
            **self._lists,
            **self._axes,
        }
        return fields.get(field)

    def _text_field(self, name: str) -> LineField | TextField:
        field: LineField | TextField
        if name == "title":
            field = TextField(least=2, most=4)
            field.edited.connect(partial(self._field_typed, name))
        else:
            field = LineField()
            field.textEdited.connect(partial(self._field_typed, name))
        field.setObjectName(f"identity_{name}")
        return field

    def _date_field(self, name: str) -> DateField:
        field = DateField(self.desk.catalogue)
        field.setObjectName(f"identity_{name}")
        field.edited.connect(partial(self._date_typed, name))
        return field

    def _approver_field(self, name: str) -> LineField:
        field = LineField()
        field.setObjectName(f"identity_approver_{name}")
        field.textEdited.connect(partial(self._approver_typed, name))
        return field

    def _list_field(self, name: str) -> TextField:
        field = TextField(least=3, most=10)
        field.setObjectName(f"identity_{name}")
        field.setPlaceholderText(self.words("identity.one_a_line"))
        field.edited.connect(partial(self._list_typed, name))
        return field

    def _axis(self, name: str) -> Choice:
        field = Choice()
        field.offer(
            [
                (self.words("identity.open"), None),
                *((self.words(f"identity.{value.value}"), value) for value in _AXES[name]),
            ]
        )
        field.setObjectName(f"identity_{name}")
        field.chosen.connect(partial(self._axis_chosen, name))
        return field

    def _page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        form = stacked_form()
        form.addRow(QLabel(self.words("identity.logo")))
        form.addRow(self._logo)
        _add_all(form, self._captioned(self._texts))
        _add_all(form, self._captioned(self._dates))
        layout.addLayout(form)
        approver = [
            (self.words(f"approver.{name}"), field) for name, field in self._approver.items()
        ]
        layout.addWidget(self._group("approver", approver))
        lists = stacked_form()
        _add_all(lists, self._captioned(self._lists))
        layout.addLayout(lists)
        layout.addWidget(self._group("classification", self._captioned(self._axes)))
        layout.addStretch(1)
        return page

    def _group(self, title: str, fields: Sequence[tuple[str, QWidget]]) -> QGroupBox:
        group = QGroupBox(self.words(f"identity.{title}"))
        form = stacked_form()
        _add_all(form, fields)
        form.setContentsMargins(8, 6, 8, 8)
        group.setLayout(form)
        return group

    def _captioned(self, fields: Mapping[str, QWidget]) -> list[tuple[str, QWidget]]:
        return [(self.words(f"identity.{name}"), field) for name, field in fields.items()]

    def _field_typed(self, name: str, text: str) -> None:
        self.run(SetIdentityField(field=name, value=text))

    def _date_typed(self, name: str, date: DateText) -> None:
        self.run(SetIdentityField(field=name, value=date))

    def _approver_typed(self, name: str, text: str) -> None:
        approver = replace(self.document.identity.approver, **{name: text})
        self.run(SetApprover(approver=approver))

    def _list_typed(self, name: str, text: str) -> None:
        self.run(SetIdentityField(field=name, value=tuple(text.splitlines())))

    def _axis_chosen(self, name: str, value: object) -> None:
        # The names are those of `Classification`, the values those of its own types.
        changes: dict[str, object] = {name: value}
        before = self.document.identity.classification
        self.run(SetClassification(classification=replace(before, **changes)))


def _add_all(form: QFormLayout, fields: Sequence[tuple[str, QWidget]]) -> None:
    for text, field in fields:
        add_field(form, text, field)
