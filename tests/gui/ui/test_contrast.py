"""Frames of fields are seen on every ground."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from sopeditor.ui.contrast import dress
from sopeditor.ui.framed_style import FramedStyle


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    before = QPalette(qapp.palette())
    yield qapp
    qapp.setPalette(before)
    dress(qapp)


def _frame(application: QApplication, ground: str, ink: str) -> tuple[QColor, QColor]:
    """Answer the colours of a field's frame and of the ground inside it."""
    palette = QPalette(QColor(ground))
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        palette.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor(ink))
    application.setPalette(palette)
    dress(application)
    field = QLineEdit()
    field.resize(80, 24)
    picture = field.grab().toImage()
    return picture.pixelColor(40, 0), picture.pixelColor(40, 12)


@pytest.mark.parametrize(("ground", "ink"), [("#000000", "#ffffff"), ("#202124", "#e8eaed")])
def test_a_field_has_a_frame_on_dark_ground(
    application: QApplication, ground: str, ink: str
) -> None:
    frame, inside = _frame(application, ground, ink)
    assert frame.lightness() >= inside.lightness() + 50


def test_light_ground_needs_none_but_that_of_the_style(application: QApplication) -> None:
    _frame(application, "#efefef", "#000000")
    assert not isinstance(application.style(), FramedStyle)
