"""The document: one SOP AP, immutable; an edit makes a new one that shares the rest."""

from msgspec import Struct

from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup
from sopeditor.model.identity import Identity
from sopeditor.model.page import PageSetup
from sopeditor.model.profile import DEFAULT_PROFILE


class Document(Struct, frozen=True, kw_only=True):
    """One SOP: its cover, its actors, its charts and its paper.

    `actors` holds every actor of all charts; a chart's `lanes` choose and order them.
    Ids of actors, charts, steps, symbols and flows are unique within the document.
    """

    identity: Identity = Identity()
    profile: str = DEFAULT_PROFILE
    actors: tuple[Actor, ...] = ()
    charts: tuple[Chart, ...] = ()
    page: PageSetup = PageSetup()
    foreign: ForeignMarkup = NOTHING_FOREIGN

    def actor(self, actor_id: str) -> Actor:
        """Answer an actor by its id; raises KeyError."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def chart(self, chart_id: str) -> Chart:
        """Answer a chart by its id; raises KeyError."""
        for chart in self.charts:
            if chart.id == chart_id:
                return chart
        raise KeyError(chart_id)

    def chart_of_step(self, step_id: str) -> Chart:
        """Answer the chart that holds a step; raises KeyError."""
        for chart in self.charts:
            if any(step.id == step_id for step in chart.steps):
                return chart
        raise KeyError(step_id)
