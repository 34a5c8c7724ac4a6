"""The Qt binding does not lose references of None, as PySide6 6.12.0 does on Python 3.11."""

import sys

from PySide6.QtGui import QFont

CALLS = 300


def test_calls_that_answer_nothing_leave_the_count_of_none_alone() -> None:
    font = QFont()
    before = sys.getrefcount(None)
    for size in range(CALLS):
        font.setPixelSize(size + 1)
    # A lost reference per call ends, after some thousand calls, the whole program.
    assert sys.getrefcount(None) - before > -250
