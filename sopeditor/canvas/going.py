"""Bringing a person to a place: what to select there, and what to show."""

from msgspec import Struct

from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.places import (
    ActorPlace,
    FieldPlace,
    FlowPlace,
    Place,
    Spot,
    StepPlace,
    SymbolPlace,
)
from sopeditor.canvas.selecting import selection_of_spot
from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Rect, bounding_box
from sopeditor.layout.placement import CoverPage, PlacedLink
from sopeditor.session.selection import NOTHING_SELECTED, Selection


class Goal(Struct, frozen=True):
    """Where a place lies on the sheet, and what is selected on arrival."""

    rect: Rect
    selection: Selection = NOTHING_SELECTED
    spot: Spot | None = None


def goal_of(sheet: Sheet, place: Place) -> Goal | None:
    """Answer where `place` lies; None when it is gone or not laid out."""
    match place:
        case StepPlace(step, column):
            return _step_goal(sheet, Spot(step, column) if column else None, step)
        case SymbolPlace(symbol):
            found = sheet.symbol(symbol)
            return found and Goal(
                sheet.on_sheet(found[0], found[1].rect),
                Selection.of_symbols(sheet.chart_of(found[0]), symbol),
            )
        case FlowPlace(flow):
            return _flow_goal(sheet, flow)
        case ActorPlace(actor):
            heading = sheet.heading(actor)
            return heading and Goal(
                sheet.on_sheet(heading[0], heading[1].rect),
                Selection.of_actors(sheet.chart_of(heading[0]), actor),
            )
        case FieldPlace(field):
            return _field_goal(sheet, field)


def other_end(sheet: Sheet, link: PlacedLink) -> Goal | None:
    """Answer where the flow of a page link goes on: the link that is its pair."""
    for index, page in sheet.chart_pages():
        for other in page.links:
            if other.flow == link.flow and other.outgoing is not link.outgoing:
                selection = Selection.of_flows(page.chart, link.flow)
                return Goal(sheet.on_sheet(index, other.rect), selection)
    return None


def _step_goal(sheet: Sheet, spot: Spot | None, step: str) -> Goal | None:
    found = sheet.row_of(step)
    if found is None:
        return None
    index, page, row = found
    rect = spot_rect(sheet, spot) if spot else None
    if spot is not None and rect is not None:
        return Goal(rect, selection_of_spot(sheet, spot), spot)
    return Goal(sheet.on_sheet(index, row.rect), Selection.of_steps(page.chart, step))


def _flow_goal(sheet: Sheet, flow_id: str) -> Goal | None:
    for index, page in sheet.chart_pages():
        for flow in page.flows:
            if flow.flow == flow_id:
                rect = sheet.on_sheet(index, bounding_box(flow.points))
                return Goal(rect, Selection.of_flows(page.chart, flow_id))
    return None


def _field_goal(sheet: Sheet, field: str) -> Goal | None:
    for index, page in enumerate(sheet.layout.pages):
        if isinstance(page, CoverPage):
            for cell in page.cells:
                if cell.field == field:
                    return Goal(sheet.on_sheet(index, cell.rect))
            return Goal(sheet.paper_rect(index))
    return None
