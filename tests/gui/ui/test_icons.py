"""Icons outlive what made them, however they are found as garbage."""

import gc

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QPalette
from pytestqt.qtbot import QtBot

from sopeditor.ui.icons import Icons

NAMES = ("save", "open", "undo")


def drawings() -> int:
    """Count the engines of Python that draw icons."""
    return sum(type(thing).__name__ == "_Drawing" for thing in gc.get_objects())


def is_drawn(icon: QIcon) -> bool:
    image = icon.pixmap(QSize(16, 16)).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(16) for y in range(16))


def test_an_icon_outlives_the_family_that_ends_in_a_ring(qtbot: QtBot) -> None:
    gc.collect()
    before = drawings()
    icons = Icons(QPalette())
    actions = [QAction() for _ in NAMES]
    drawn = [icons.action(name) for name in NAMES]  # before the ring, so found before it too
    ring: list[object] = [drawn]
    ring.append(ring)
    for action, icon in zip(actions, drawn, strict=True):
        action.setIcon(icon)
    del icon, icons, drawn, ring
    gc.collect()
    assert drawings() == before + len(NAMES)  # or else memory in use is free by now
    assert all(is_drawn(action.icon()) for action in actions)
    for action in actions:
        action.setIcon(QIcon())
    gc.collect()
    assert drawings() == before


def test_a_copy_with_a_drawing_of_its_own_is_drawn(qtbot: QtBot) -> None:
    before = drawings()
    copy = QIcon(Icons(QPalette()).action("save"))
    copy.setIsMask(True)  # parts it from the first, so that Qt clones the drawing
    gc.collect()
    assert drawings() > before
    assert is_drawn(copy)
