"""The real program in a real window, worked by the mouse and the keys of an X display."""

import pytest

from tests.gui.journey.conftest import Play

pytestmark = pytest.mark.xvfb


def test_a_clerk_draws_writes_takes_back_saves_and_opens_again(play: Play) -> None:
    play("drawing")


def test_a_clerk_is_refused_deletes_moves_and_takes_back(play: Play) -> None:
    play("changing")
