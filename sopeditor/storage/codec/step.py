"""`<step>`: one row with its symbols and its Mutu Baku."""

from typing import TYPE_CHECKING

from sopeditor.model.duration import Duration
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import TEXT_COLUMNS, Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.storage.taking import Taker
from sopeditor.storage.values import choices_of, flag, flag_text, identifier, identifiers, plain

if TYPE_CHECKING:
    from sopeditor.storage.making import Maker

_NOTHING_SHARED: frozenset[Column] = frozenset()


def read_step(node: Taker) -> Step:
    """Read `<step>`."""
    return Step(
        id=node.required("id", identifier),
        label=node.value("label", plain, ""),
        shared=node.value("shared", choices_of(TEXT_COLUMNS), _NOTHING_SHARED),
        break_before=node.value("break-before", flag, default=False),
        activity=node.text("activity"),
        symbols=tuple(_read_symbol(symbol) for symbol in node.children("symbol")),
        quality=_read_quality(node.child("quality")),
        remarks=node.text("remarks"),
        foreign=node.rest(),
    )


def write_step(node: "Maker", step: Step) -> None:
    """Fill `<step>`."""
    node.set("id", step.id)
    node.set("label", step.label or None)
    node.set("shared", " ".join(column for column in Column if column in step.shared) or None)
    node.set("break-before", flag_text(step.break_before))
    node.text("activity", step.activity)
    for symbol in step.symbols:
        _write_symbol(node.child("symbol"), symbol)
    _write_quality(node.child("quality"), step.quality)
    node.text("remarks", step.remarks)
    node.keep(step.foreign)


def _read_symbol(node: Taker) -> Symbol:
    return Symbol(
        id=node.required("id", identifier),
        kind=node.required("kind", SymbolKind),
        actors=node.required("actors", identifiers),
        caption=node.value("caption", plain, ""),
        foreign=node.rest(),
    )


def _write_symbol(node: "Maker", symbol: Symbol) -> None:
    node.set("id", symbol.id)
    node.set("kind", symbol.kind)
    node.set("actors", " ".join(symbol.actors))
    node.set("caption", symbol.caption or None)
    node.keep(symbol.foreign)


def _read_quality(node: Taker) -> QualityStandard:
    return QualityStandard(
        inputs=node.text("inputs"),
        tools=node.text("tools"),
        duration=Duration(node.text("duration")),
        output=node.text("output"),
    )


def _write_quality(node: "Maker", quality: QualityStandard) -> None:
    node.text("inputs", quality.inputs)
    node.text("tools", quality.tools)
    node.text("duration", quality.duration.text)
    node.text("output", quality.output)
