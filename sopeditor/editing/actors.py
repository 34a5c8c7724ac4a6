"""Commands on lanes and the actors that they stand for."""

from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_actor, one_line
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.parts import (
    actor_by_id,
    chart_by_id,
    gone,
    with_actor,
    with_chart,
    without,
)
from sopeditor.editing.rules import may_remove_actor
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step


class AddActor(Command, frozen=True, kw_only=True):
    """Put a lane into a chart; an actor that another chart has already comes as it is there."""

    chart: str
    position: int
    actor: Actor

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.add_actor", name=self.actor.name)

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        if self.actor.id in chart.lanes:
            raise Refused(message("editing.refused.taken"))
        if all(actor.id != self.actor.id for actor in document.actors):
            actors = (*document.actors, clean_actor(self.actor))
            document = replace(document, actors=actors)
        lanes = _inserted_lane(chart.lanes, self.position, self.actor.id)
        return with_chart(document, replace(chart, lanes=lanes))


class RenameActor(Command, frozen=True, kw_only=True):
    """Write the jabatan of an actor, in all charts."""

    actor: str
    name: str

    @property
    @override
    def merge_key(self) -> str:
        return f"name {self.actor}"

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.rename_actor", name=actor_by_id(document, self.actor).name)

    @override
    def apply(self, document: Document) -> Document:
        actor = actor_by_id(document, self.actor)
        return with_actor(document, replace(actor, name=one_line(self.name)))


class SetActorCode(Command, frozen=True, kw_only=True):
    """Write the short code by which the step table calls an actor."""

    actor: str
    code: str

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.actor_code", name=actor_by_id(document, self.actor).name)

    @override
    def apply(self, document: Document) -> Document:
        actor = actor_by_id(document, self.actor)
        return with_actor(document, replace(actor, code=one_line(self.code)))


class SetExternal(Command, frozen=True, kw_only=True):
    """Mark an actor as Pihak Luar, or no longer."""

    actor: str
    external: bool

    @override
    def named(self, document: Document) -> Message:
        key = "mark_external" if self.external else "mark_internal"
        return message(f"editing.name.{key}", name=actor_by_id(document, self.actor).name)

    @override
    def apply(self, document: Document) -> Document:
        actor = actor_by_id(document, self.actor)
        return with_actor(document, replace(actor, external=self.external))


class MoveLane(Command, frozen=True, kw_only=True):
    """Move a lane of a chart before the lane that now is at `position`."""

    chart: str
    actor: str
    position: int

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.move_lane", name=actor_by_id(document, self.actor).name)

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        if self.actor not in chart.lanes:
            raise gone()
        ahead = [lane for lane in chart.lanes[: max(self.position, 0)] if lane != self.actor]
        rest = tuple(lane for lane in chart.lanes if lane != self.actor)
        lanes = _inserted_lane(rest, len(ahead), self.actor)
        return with_chart(document, replace(chart, lanes=lanes))


class RemoveActor(Command, frozen=True, kw_only=True):
    """Take an actor out of one chart or (no `chart`) out of all, with its symbols.

    A symbol that it shares with others stays with those.
    """

    actor: str
    chart: str = ""

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.remove_actor", name=actor_by_id(document, self.actor).name)

    @override
    def apply(self, document: Document) -> Document:
        may_remove_actor(document, self.actor, self.chart).insist()
        if self.chart:
            chart_by_id(document, self.chart)
        for chart in document.charts:
            if self.chart in {"", chart.id}:
                document = with_chart(document, _without_actor(chart, self.actor))
        if any(self.actor in chart.lanes for chart in document.charts):
            return document
        return replace(document, actors=without(document.actors, (self.actor,)))


def uses_of(document: Document, actor_id: str, chart_id: str = "") -> int:
    """Answer how many symbols an actor has, in one chart or (no `chart_id`) in all."""
    return sum(
        actor_id in symbol.actors
        for chart in document.charts
        if chart_id in {"", chart.id}
        for _, symbol in chart.symbols()
    )


def _inserted_lane(lanes: tuple[str, ...], position: int, lane: str) -> tuple[str, ...]:
    place = min(max(position, 0), len(lanes))
    return (*lanes[:place], lane, *lanes[place:])


def _without_actor(chart: Chart, actor_id: str) -> Chart:
    if actor_id not in chart.lanes:
        return chart
    steps = tuple(_step_without_actor(step, actor_id) for step in chart.steps)
    lanes = tuple(lane for lane in chart.lanes if lane != actor_id)
    return replace(chart, lanes=lanes, steps=steps)


def _step_without_actor(step: Step, actor_id: str) -> Step:
    if all(actor_id not in symbol.actors for symbol in step.symbols):
        return step
    kept = (
        replace(symbol, actors=tuple(actor for actor in symbol.actors if actor != actor_id))
        for symbol in step.symbols
        if symbol.actors != (actor_id,)
    )
    return replace(step, symbols=tuple(kept))
