"""Dialogs open no larger than the screen has room for."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from sopeditor.ui.sizing import open_with_size


@pytest.mark.parametrize("wished", [QSize(300, 200), QSize(5_000, 200), QSize(5_000, 4_000)])
def test_a_dialog_gets_what_it_wishes_as_far_as_there_is_room(qtbot: QtBot, wished: QSize) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    screen = dialog.screen().availableGeometry().size()
    open_with_size(dialog, wished)
    assert dialog.width() == min(wished.width(), dialog.width()) < screen.width()
    assert dialog.height() == min(wished.height(), dialog.height()) < screen.height()
    if wished.width() < screen.width() / 2:
        assert dialog.size() == wished
