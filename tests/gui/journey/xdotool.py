"""Mouse and keyboard of an X display: what arrives at the program came through the X server."""

import subprocess

#: How long the X server may take for one stroke of mouse or keys, in seconds.
_PATIENCE = 10.0

#: Between typed letters, in milliseconds, so that each arrives as one by itself.
_BETWEEN_LETTERS = 4

LEFT, RIGHT, WHEEL_UP, WHEEL_DOWN = 1, 3, 4, 5


def move(x: int, y: int) -> None:
    """Bring the pointer to a pixel of the screen."""
    _xdotool("mousemove", x, y)


def press(button: int) -> None:
    """Press a mouse button and hold it."""
    _xdotool("mousedown", button)


def release(button: int) -> None:
    """Let go of a mouse button."""
    _xdotool("mouseup", button)


def click(button: int, times: int = 1) -> None:
    """Click where the pointer is; two at once are a double click."""
    _xdotool("click", "--repeat", times, "--delay", 40, button)


def key(chord: str) -> None:
    """Strike a key, such as `Delete` or `ctrl+z`, by its X name."""
    _xdotool("key", chord)


def type_text(text: str) -> None:
    """Type letters of the keyboard's own layout."""
    _xdotool("type", "--delay", _BETWEEN_LETTERS, text)


def focus(window: int) -> None:
    """Give the keyboard to a window, as a window manager would."""
    _xdotool("windowfocus", window)


def _xdotool(*words: object) -> None:
    command = ["xdotool", *map(str, words)]
    subprocess.run(command, check=True, timeout=_PATIENCE, capture_output=True)
