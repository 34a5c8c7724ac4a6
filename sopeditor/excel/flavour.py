"""For which program a workbook is made."""

from enum import StrEnum


class Flavour(StrEnum):
    """Who the workbook is for.

    LibreOffice draws native bent connectors wrongly; COMPAT wraps each so that it finds a
    plain shape of the same geometry beside the connector that Excel takes.
    """

    EXCEL = "excel"
    COMPAT = "compat"
