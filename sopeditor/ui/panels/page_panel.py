"""The panel "Halaman": paper, edges, type and the Profil Peraturan."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from sopeditor.editing.page import SetPageSetup, SetProfile
from sopeditor.foundation.overriding import override
from sopeditor.model.page import Orientation, Paper
from sopeditor.ui.desk import Desk
from sopeditor.ui.panels.fields import Choice, NumberField, add_field, stacked_form
from sopeditor.ui.panels.panel import Panel, fill_panel, scrolling

#: Typefaces that offices have; another one that a document names is offered with them.
_FAMILIES = ("Arial", "Bookman Old Style", "Calibri", "Cambria", "Tahoma", "Times New Roman")
_EDGES = ("top", "right", "bottom", "left")


class PagePanel(Panel):
    """Edits the page setup and the profile of the document."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._profile = Choice()
        self._profile.chosen.connect(self._profile_chosen)
        self._paper = Choice()
        self._paper.chosen.connect(partial(self._setup_chosen, "paper"))
        self._orientation = Choice()
        self._orientation.chosen.connect(partial(self._setup_chosen, "orientation"))
        self._margins = {edge: self._margin(edge) for edge in _EDGES}
        self._foot_zone = NumberField(0, 60, 1, self.words("page.mm"))
        self._foot_zone.valueChanged.connect(partial(self._setup_chosen, "foot_zone"))
        self._family = Choice()
        self._family.chosen.connect(partial(self._setup_chosen, "font_family"))
        self._size = NumberField(6, 14, 0.5, self.words("page.pt"))
        self._size.valueChanged.connect(partial(self._setup_chosen, "font_size"))
        self._offer()
        fill_panel(self, scrolling(self._page()))

    @override
    def refresh(self) -> None:
        page = self.document.page
        self._profile.show_value(self.document.profile)
        self._paper.show_value(page.paper)
        self._orientation.show_value(page.orientation)
        for edge, field in self._margins.items():
            field.show_number(getattr(page.margins, edge))
        self._foot_zone.show_number(page.foot_zone)
        families = sorted({*_FAMILIES, page.font_family})
        self._family.offer([(family, family) for family in families])
        self._family.show_value(page.font_family)
        self._size.show_number(page.font_size)

    def _margin(self, edge: str) -> NumberField:
        field = NumberField(0, 60, 1, self.words("page.mm"))
        field.setAccessibleName(self.words(f"page.margin_{edge}"))
        field.valueChanged.connect(partial(self._margin_chosen, edge))
        return field

    def _offer(self) -> None:
        self._profile.offer([(p.name, p.id) for p in self.desk.profiles.values()])
        self._paper.offer([(self.words(f"page.paper_{p.value}"), p) for p in Paper])
        self._orientation.offer([(self.words(f"page.{o.value}"), o) for o in Orientation])

    def _page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(self._form())
        layout.addWidget(QLabel(self.words("page.margins")))
        layout.addLayout(self._margin_grid())
        layout.addLayout(self._lower_form())
        layout.addStretch(1)
        return page

    def _form(self) -> QFormLayout:
        form = stacked_form()
        add_field(form, self.words("page.profile"), self._profile)
        add_field(form, self.words("page.paper"), self._paper)
        add_field(form, self.words("page.orientation"), self._orientation)
        return form

    def _margin_grid(self) -> QGridLayout:
        grid = QGridLayout()
        for index, edge in enumerate(_EDGES):
            label = QLabel(self.words(f"page.edge_{edge}"))
            grid.addWidget(label, index // 2, 2 * (index % 2))
            grid.addWidget(self._margins[edge], index // 2, 2 * (index % 2) + 1)
        return grid

    def _lower_form(self) -> QFormLayout:
        form = stacked_form()
        add_field(form, self.words("page.foot_zone"), self._foot_zone)
        self._foot_zone.setToolTip(self.words("page.foot_zone_tip"))
        add_field(form, self.words("page.font"), self._family)
        add_field(form, self.words("page.size"), self._size)
        return form

    def _profile_chosen(self, profile: object) -> None:
        self.run(SetProfile(profile=str(profile)))

    def _setup_chosen(self, field: str, value: object) -> None:
        # The names are those of `PageSetup`, the values come from lists of its own types.
        changes: dict[str, object] = {field: value}
        self.run(SetPageSetup(page=replace(self.document.page, **changes)))

    def _margin_chosen(self, edge: str, millimetres: float) -> None:
        page = self.document.page
        margins = replace(page.margins, **{edge: millimetres})
        self.run(SetPageSetup(page=replace(page, margins=margins)))
