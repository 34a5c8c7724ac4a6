"""A workbook on its way into the window: read, shown beside its result, and confirmed."""

from collections.abc import Mapping
from pathlib import Path

from sopeditor.excel.reader.files import open_file
from sopeditor.foundation.message import UserError
from sopeditor.foundation.progress import Cancelled, Progress
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.storage.profiles import profile_of
from sopeditor.ui.desk import Desk
from sopeditor.ui.intake.review import ImportReview


def document_from_workbook(path: Path, desk: Desk) -> Document | None:
    """Answer the document that a person confirmed; None when cancelled or told unreadable.

    An unchanged workbook of our own needs no confirming, unless something is to be told.
    """

    def read(progress: Progress) -> ImportReview:
        return review_of(path, desk.profiles, progress)

    try:
        review = desk.questions.wait_for(read, "import", path.name)
    except UserError as error:
        desk.questions.tell_error(error.words)
        return None
    except Cancelled:
        return None
    imported = review.imported
    if imported is not None and imported.exact and not imported.findings:
        return imported.document
    if desk.questions.confirm_import(review) and review.imported is not None:
        return review.imported.document
    return None


def review_of(path: Path, profiles: Mapping[str, Profile], progress: Progress) -> ImportReview:
    """Answer the review of a file; raises UnreadableWorkbook and, when stopped, Cancelled."""

    def pages(document: Document) -> DocumentLayout:
        # A measurer for each time: the first is asked in another thread than the later ones.
        return lay_out(document, profile_of(document, profiles), QtMeasurer())

    workbook = open_file(path, progress)
    return ImportReview(workbook, profiles, pages)
