"""Editing texts in place: opens a field over a text, follows it, and commands once."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QFont

from sopeditor.canvas.cell_editor import CellEditor
from sopeditor.canvas.hit import Hit
from sopeditor.canvas.navigation import next_text
from sopeditor.canvas.proposals import Proposals
from sopeditor.canvas.selecting import selection_of_spot
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.texts import CellText, EditedText, FlowLabel, text_at
from sopeditor.canvas.zooming import ZoomingView
from sopeditor.foundation.message import Catalogue
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import DocumentLayout
from sopeditor.painting.convert import qrect
from sopeditor.painting.fonts import qfont


class InlineEditing(QObject):
    """At most one field is open at a time."""

    def __init__(self, view: ZoomingView, stage: Stage, catalogue: Catalogue) -> None:
        super().__init__(view)
        self._view = view
        self._stage = stage
        self._catalogue = catalogue
        self._edited: EditedText | None = None
        self._editor: CellEditor | None = None
        self._proposals: Proposals | None = None
        stage.laid_out.connect(self._follow_layout)
        view.horizontalScrollBar().valueChanged.connect(self.follow)
        view.verticalScrollBar().valueChanged.connect(self.follow)

    @property
    def editor(self) -> CellEditor | None:
        """The open field, or None."""
        return self._editor

    def open(self, edited: EditedText, typed: str = "") -> bool:
        """Open a field over a text; `typed` replaces it. Answers whether there is a place."""
        self.commit()
        rect = edited.rect(self._stage.sheet)
        if rect is None:
            return False
        self._view.reveal(qrect(rect), 12)
        self._edited = edited
        self._editor = CellEditor(
            self._view.viewport(),
            edited.text(self._stage.document),
            breaks_lines=edited.breaks_lines,
            centred=edited.centred,
        )
        self._editor.finished.connect(self._finish)
        self._editor.cancelled.connect(self.cancel)
        self._editor.textChanged.connect(self._draft)
        self._editor.setAccessibleName(self._catalogue.text("canvas.view.editor"))
        self._propose(edited)
        self.follow()
        self._editor.show()
        self._editor.setFocus()
        # Where the view can't have the focus, it was lost, and the field ended, at once.
        editor = self._editor
        if editor is None:
            return False
        completions = edited.completions(self._stage.document)
        if completions:
            editor.complete_from(completions)
        if typed:
            editor.type_over(typed)
        return True

    def open_at(self, hit: Hit) -> None:
        """Open a field over the text of what was hit, if it has one."""
        text = text_at(hit)
        if text is not None:
            self.open(text)

    def open_label(self, flow: str) -> None:
        """Open a field over the label of a flow."""
        self.open(FlowLabel(flow))

    def commit(self) -> None:
        """Set the text as typed, if it differs; close the field."""
        edited, editor = self._edited, self._editor
        if edited is None or editor is None:
            return
        text = editor.text
        self._close()
        try:
            before = edited.text(self._stage.document)
        except KeyError:
            return
        if text != before:
            self._stage.execute(edited.command(self._stage.document, text))

    def cancel(self) -> None:
        """Close the field; nothing changes."""
        self._close()
        self._stage.pages.settle()

    def follow(self) -> None:
        """Lie over the text again, after scrolling, zooming or a new layout."""
        if self._editor is None or self._edited is None:
            return
        rect = self._edited.rect(self._stage.sheet)
        if rect is None:
            self.cancel()
            return
        polygon = self._view.mapFromScene(qrect(rect))
        self._editor.cover(QRect(polygon.boundingRect()), self._font())
        if self._proposals is not None:
            self._proposals.stand_below(self._editor)

    def _follow_layout(self, layout: DocumentLayout) -> None:
        self.follow()

    def _draft(self) -> None:
        """Let the sheet grow with what is typed, in the pauses."""
        edited, editor = self._edited, self._editor
        if edited is None or editor is None:
            return
        try:
            self._stage.pages.draft(edited.command(self._stage.document, editor.text))
        except KeyError:
            self._stage.pages.draft(None)

    def _font(self) -> QFont:
        page = self._stage.document.page
        font = QFont(qfont(Font(page.font_family, page.font_size)))
        font.setPixelSize(max(1, round(page.font_size / self._stage.pixel)))
        return font

    def _propose(self, edited: EditedText) -> None:
        texts = tuple(self._catalogue.word(m) for m in edited.proposals(self._stage.document))
        if not texts or self._editor is None:
            return
        self._editor.propose(texts)
        self._proposals = Proposals(self._view.viewport(), texts)
        self._proposals.chosen.connect(self._take)
        self._proposals.show()

    def _take(self, text: str) -> None:
        if self._editor is not None:
            self._editor.setPlainText(text)
            self.commit()

    def _finish(self, step: int) -> None:
        spot = self._edited.spot if self._edited else None
        self.commit()
        following = next_text(self._stage.sheet, spot, step) if spot and step else None
        if following is not None:
            self._stage.select(selection_of_spot(self._stage.sheet, following), following)
            self.open(CellText(following.step, following.column))

    def _close(self) -> None:
        # The field is let go of first: hiding it takes its focus, which would finish it again.
        editor, self._editor, self._edited = self._editor, None, None
        self._stage.pages.draft(None)
        proposals, self._proposals = self._proposals, None
        focused = editor is not None and editor.hasFocus()
        for widget in (editor, proposals):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if focused:
            self._view.setFocus()
