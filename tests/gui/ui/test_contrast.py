"""Frames of fields are seen on every ground."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QStyle,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sopeditor.ui.contrast import dress
from sopeditor.ui.framed_style import FramedStyle
from sopeditor.ui.legible import LEAST_CONTRAST, contrast, over

ACCENT = "#1aebff"
GROUNDS = pytest.mark.parametrize(
    ("ground", "ink"), [("#000000", "#ffffff"), ("#202124", "#e8eaed")]
)


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    before = QPalette(qapp.palette())
    yield qapp
    qapp.setPalette(before)
    dress(qapp)


def _dress(application: QApplication, ground: str, ink: str) -> None:
    palette = QPalette(QColor(ground))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(ACCENT))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(ink))
    application.setPalette(palette)
    dress(application)


def _frame(application: QApplication, ground: str, ink: str) -> tuple[QColor, QColor]:
    """Answer the colours of a field's frame and of the ground inside it."""
    _dress(application, ground, ink)
    field = QLineEdit()
    field.resize(80, 24)
    picture = field.grab().toImage()
    return picture.pixelColor(40, 0), picture.pixelColor(40, 12)


@GROUNDS
def test_a_field_has_a_frame_on_dark_ground(
    application: QApplication, ground: str, ink: str
) -> None:
    frame, inside = _frame(application, ground, ink)
    assert frame.lightness() >= inside.lightness() + 50


def test_light_ground_needs_none_but_that_of_the_style(application: QApplication) -> None:
    _frame(application, "#efefef", "#000000")
    assert not isinstance(application.style(), FramedStyle)


@pytest.mark.parametrize(
    ("accent", "ink"),
    [("#308cc6", "#ffffff"), ("#ffd700", "#ffffff"), ("#404040", "#000000"), (ACCENT, "#000000")],
)
def test_what_is_selected_can_be_read(application: QApplication, accent: str, ink: str) -> None:
    palette = application.palette()
    palette.setColor(QPalette.ColorRole.Highlight, QColor(accent))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(ink))
    application.setPalette(palette)
    dress(application)
    shown = application.palette()
    ground = shown.color(QPalette.ColorRole.Highlight)
    assert contrast(ground, shown.color(QPalette.ColorRole.HighlightedText)) >= LEAST_CONTRAST
    assert (ground == QColor(accent)) is (contrast(QColor(accent), QColor(ink)) >= LEAST_CONTRAST)


@pytest.mark.parametrize(("base", "text"), [("#ffffff", "#000000"), ("#1f2123", "#e6e6e6")])
def test_the_words_in_empty_fields_can_be_read(
    application: QApplication, base: str, text: str
) -> None:
    palette, faint = application.palette(), QColor(text)
    faint.setAlpha(90)
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    palette.setColor(QPalette.ColorRole.PlaceholderText, faint)
    application.setPalette(palette)
    dress(application)
    shown = application.palette().color(QPalette.ColorRole.PlaceholderText)
    assert contrast(over(QColor(base), shown), QColor(base)) >= LEAST_CONTRAST
    assert shown != QColor(text)


@GROUNDS
@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QPushButton])
def test_what_has_the_focus_has_its_frame_in_the_accent(
    application: QApplication, qtbot: QtBot, make: type[QWidget], ground: str, ink: str
) -> None:
    _dress(application, ground, ink)
    holder = QWidget()
    qtbot.addWidget(holder)
    other, field = QLineEdit(holder), make(holder)
    field.setGeometry(0, 60, 120, 40)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    other.setFocus()
    assert field.grab().toImage().pixelColor(0, 20) != QColor(ACCENT)
    field.setFocus()
    assert field.grab().toImage().pixelColor(0, 20) == QColor(ACCENT)


@GROUNDS
def test_the_button_that_enter_presses_is_told_from_others(
    application: QApplication, qtbot: QtBot, ground: str, ink: str
) -> None:
    _dress(application, ground, ink)
    button = QPushButton("Simpan")
    qtbot.addWidget(button)
    button.resize(90, 24)
    assert button.grab().toImage().pixelColor(0, 12) != QColor(ACCENT)
    button.setDefault(True)
    assert button.grab().toImage().pixelColor(0, 12) == QColor(ACCENT)


@GROUNDS
def test_the_tab_in_front_is_marked(
    application: QApplication, qtbot: QtBot, ground: str, ink: str
) -> None:
    _dress(application, ground, ink)
    tabs = QTabBar()
    qtbot.addWidget(tabs)
    tabs.addTab("Langkah")
    tabs.addTab("Identitas")
    tabs.show()
    tabs.resize(tabs.sizeHint())
    tops = [tabs.tabRect(index).center().x() for index in range(2)]
    picture = tabs.grab().toImage()
    assert [picture.pixelColor(x, 0) == QColor(ACCENT) for x in tops] == [True, False]


@GROUNDS
def test_docks_have_their_buttons_in_the_colour_of_text(
    application: QApplication, ground: str, ink: str
) -> None:
    _dress(application, ground, ink)
    close = application.style().standardIcon(QStyle.StandardPixmap.SP_TitleBarCloseButton)
    picture = close.pixmap(QSize(16, 16)).toImage()
    assert (
        max(
            picture.pixelColor(x, y).lightness()
            for x in range(16)
            for y in range(16)
            if picture.pixelColor(x, y).alpha() > 128
        )
        > 200
    )
