"""The logo in the panel "Identitas": shown, chosen, taken away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sopeditor.editing.identity import SetLogo
from sopeditor.foundation.message import UserError
from sopeditor.model.identity import Logo
from sopeditor.ui.logo import logo_image, read_logo
from sopeditor.ui.panels.panel import Panel

_EDGE = 72


class LogoField(QWidget):
    """Edits the logo through the commands of `panel`."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        self._panel = panel
        self._shown: Logo | None = None
        self._picture = QLabel()
        self._picture.setFixedSize(_EDGE + 8, _EDGE + 8)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFrameShape(QLabel.Shape.StyledPanel)
        self._picture.setAccessibleName(panel.words("identity.logo"))
        choose = QPushButton(
            panel.desk.icons.action("picture"), panel.words("identity.choose_logo")
        )
        choose.clicked.connect(self._choose)
        self._remove = QPushButton(
            panel.desk.icons.action("delete"), panel.words("identity.remove_logo")
        )
        self._remove.clicked.connect(self._take_away)
        buttons = QVBoxLayout()
        buttons.addWidget(choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture)
        row.addLayout(buttons)
        row.addStretch(1)

    def show_logo(self, logo: Logo | None) -> None:
        """Show `logo`, or that there is none."""
        self._remove.setEnabled(logo is not None)
        if logo is None:
            self._picture.setText(self._panel.words("identity.no_logo"))
        elif logo is not self._shown:
            self._picture.setPixmap(self._scaled(logo))
        self._shown = logo

    def read(self, path: Path) -> None:
        """Make the picture of `path` the logo, or tell why it can't be."""
        try:
            logo = read_logo(path)
        except UserError as error:
            self._panel.desk.questions.tell_error(error.words)
            return
        self._panel.run(SetLogo(logo=logo))

    def _choose(self) -> None:
        desk = self._panel.desk
        path = desk.questions.choose_open(
            "logo", desk.settings.folder("logo"), self._panel.words("filter.picture")
        )
        if path is not None:
            desk.settings.keep_folder("logo", path.parent)
            self.read(path)

    def _take_away(self) -> None:
        self._panel.run(SetLogo(logo=None))

    def _scaled(self, logo: Logo) -> QPixmap:
        scale = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(logo_image(logo)).scaled(
            round(_EDGE * scale),
            round(_EDGE * scale),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(scale)
        return pixmap
