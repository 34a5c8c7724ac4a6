"""Why a workbook cannot serve as a template."""

from sopeditor.foundation.message import UserError, message


class TemplateRefused(UserError):
    """A workbook can't be filled; the sentence says why and what to do."""


def refused(key: str, **values: object) -> TemplateRefused:
    """Answer the error of the sentence `excel_template.refused.<key>`."""
    return TemplateRefused(message(f"excel_template.refused.{key}", **values))
