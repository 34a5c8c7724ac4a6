"""Whether two documents differ in their words alone.

Then every row, symbol and flow of the one is in the other, and a layout of the one may stay
in sight until a person pauses typing.
"""

from itertools import zip_longest

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step


def only_words_differ(before: Document, after: Document) -> bool:
    """Answer whether the same things stand in the same places, whatever they say."""
    return (
        before.page == after.page
        and before.profile == after.profile
        and before.identity.logo == after.identity.logo
        and [actor.id for actor in before.actors] == [actor.id for actor in after.actors]
        and all(_same_chart(old, new) for old, new in zip_longest(before.charts, after.charts))
    )


def _same_chart(old: Chart | None, new: Chart | None) -> bool:
    if old is new:
        return True
    if old is None or new is None:
        return False
    return (
        (old.id, old.lanes, old.widths) == (new.id, new.lanes, new.widths)
        and len(old.footnotes) == len(new.footnotes)
        and [_course(flow) for flow in old.flows] == [_course(flow) for flow in new.flows]
        and all(_same_step(one, two) for one, two in zip_longest(old.steps, new.steps))
    )


def _course(flow: Flow) -> tuple[object, ...]:
    return flow.id, flow.source, flow.target, flow.kind, flow.hints, bool(flow.label)


def _same_step(old: Step | None, new: Step | None) -> bool:
    if old is new:
        return True
    if old is None or new is None:
        return False
    return (old.id, old.symbols, old.shared, old.break_before) == (
        new.id,
        new.symbols,
        new.shared,
        new.break_before,
    )
