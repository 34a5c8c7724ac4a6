"""Which template an office uses, and what was set right in it; kept in the settings."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.corrections import Corrections
from sopeditor.model.document import Document
from sopeditor.model.step import Column
from sopeditor.ui.settings import Settings

#: More offices than this are not remembered; the oldest goes.
_MOST = 40

_NAME = "templates"


class RememberedTemplate(Struct, frozen=True):
    """The template of an office, with its corrections by the names of sheets."""

    office: str
    path: Path
    corrections: Mapping[str, Corrections] = field(default_factory=dict)


def office_of(document: Document) -> str:
    """Answer whose document it is: agency and unit as they are written; empty for nobody's."""
    identity = document.identity
    names = [" ".join(name.split()) for name in (identity.agency, identity.unit)]
    return " / ".join(name for name in names if name)


class TemplateMemory:
    """Templates by office; whatever cannot be read counts as never remembered."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def all(self) -> tuple[RememberedTemplate, ...]:
        """Answer everything remembered, the newest first."""
        try:
            entries = json.loads(self._settings.kept(_NAME) or "[]")
            return tuple(map(_read, entries))
        except (ValueError, TypeError, KeyError, AttributeError):
            return ()

    def of(self, office: str) -> RememberedTemplate | None:
        """Answer the template of an office, or None; capitals make no difference."""
        wanted = office.casefold()
        return next((kept for kept in self.all() if kept.office.casefold() == wanted), None)

    def corrections_of(self, path: Path) -> Mapping[str, Corrections]:
        """Answer what was set right in a template when it was remembered last."""
        return next((kept.corrections for kept in self.all() if kept.path == path), {})

    def remember(self, template: RememberedTemplate) -> None:
        """Remember the template of an office, in place of the one before."""
        self._write((template, *self._others(template.office)))

    def forget(self, office: str) -> None:
        """Forget the template of an office."""
        self._write(self._others(office))

    def _others(self, office: str) -> tuple[RememberedTemplate, ...]:
        gone = office.casefold()
        return tuple(kept for kept in self.all() if kept.office.casefold() != gone)

    def _write(self, templates: tuple[RememberedTemplate, ...]) -> None:
        entries = [_written(template) for template in templates[:_MOST]]
        self._settings.keep(_NAME, json.dumps(entries, ensure_ascii=False))


def _written(template: RememberedTemplate) -> dict[str, Any]:
    return {
        "office": template.office,
        "path": str(template.path),
        "corrections": {
            sheet: {
                "fields": {name: area and _edges(area) for name, area in own.fields.items()},
                "columns": {column.value: place for column, place in own.columns.items()},
                "first_row": own.first_row,
            }
            for sheet, own in template.corrections.items()
            if not own.empty
        },
    }


def _edges(area: CellRange) -> list[int]:
    return [area.top, area.left, area.bottom, area.right]


def _read(entry: dict[str, Any]) -> RememberedTemplate:
    corrections = {
        str(sheet): Corrections(
            fields={
                str(name): CellRange(*map(int, edges)) if edges else None
                for name, edges in own["fields"].items()
            },
            columns={
                Column(name): (int(place[0]), int(place[1])) if place else None
                for name, place in own["columns"].items()
            },
            first_row=None if own["first_row"] is None else int(own["first_row"]),
        )
        for sheet, own in entry["corrections"].items()
    }
    return RememberedTemplate(str(entry["office"]), Path(str(entry["path"])), corrections)
