"""What can go wrong on the way out."""

from sopeditor.foundation.message import UserError


class ExportFailed(UserError):
    """The document can't be written as asked, with the reason in words."""
