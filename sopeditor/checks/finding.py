"""What a check finds: a rule that is not kept, where, and what to do about it."""

from enum import StrEnum

from msgspec import Struct

from sopeditor.foundation.message import Message, message
from sopeditor.model.step import Column


class Severity(StrEnum):
    """How much a finding weighs; words: `checks.severity.<value>`."""

    ERROR = "error"  # Wajib: before the SOP is signed
    WARNING = "warning"  # Sebaiknya
    INFO = "info"  # Saran


class Basis(StrEnum):
    """Where a rule comes from; words: `checks.basis.<value>`."""

    NEEDS = "needs"  # PermenPAN-RB 35/2012, II.A: what an SOP is
    SYMBOLS = "symbols"  # PermenPAN-RB 35/2012, II.B: flowchart and symbols
    IDENTITY = "identity"  # PermenPAN-RB 35/2012, II.C: Bagian Identitas
    TABLE = "table"  # PermenPAN-RB 35/2012, II.C: Bagian Flowchart
    LAWS = "laws"  # a regulation that replaced another
    LOGIC = "logic"  # a flow that can't be followed
    PRACTICE = "practice"  # practice of asistensi
    PRINT = "print"  # paper that offices stock, type that can be read


class Rule(Struct, frozen=True):
    """A rule: its id in the catalogue of checks, its weight, and where it comes from."""

    id: str
    severity: Severity
    basis: Basis


class Place(Struct, frozen=True, kw_only=True):
    """Where a finding lies: ids, a field of the cover or a column of the row; empty: nowhere."""

    chart: str = ""
    step: str = ""
    symbol: str = ""
    flow: str = ""
    actor: str = ""
    field: str = ""
    column: Column | None = None


NOWHERE = Place()


class Finding(Struct, frozen=True, kw_only=True):
    """One rule not kept in one place, told with the way out."""

    rule: str
    severity: Severity
    message: Message
    basis: Message
    place: Place = NOWHERE


def found(rule: Rule, place: Place, variant: str = "", **values: object) -> Finding:
    """Answer the finding told by `checks.finding.<rule>` or `checks.finding.<rule>_<variant>`."""
    key = f"{rule.id}_{variant}" if variant else rule.id
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        message=message(f"checks.finding.{key}", **values),
        basis=message(f"checks.basis.{rule.basis.value}"),
        place=place,
    )
