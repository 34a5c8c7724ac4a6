import pytest

from sopeditor.foundation.signal import Signal


class Diary:
    """Receives words and keeps them."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def note(self, word: str) -> None:
        self.words.append(word)

    def note_loudly(self, word: str) -> None:
        self.words.append(word.upper())


def test_receivers_are_called_in_the_order_in_which_they_connected() -> None:
    signal, diary = Signal[str](), Diary()
    signal.connect(diary.note)
    signal.connect(diary.note_loudly)
    signal.emit("satu")
    assert diary.words == ["satu", "SATU"]


def test_a_disconnected_receiver_is_left_alone() -> None:
    signal, diary = Signal[str](), Diary()
    signal.connect(diary.note)
    signal.disconnect(diary.note)
    signal.emit("satu")
    assert diary.words == []


def test_disconnecting_a_stranger_is_an_error() -> None:
    with pytest.raises(ValueError, match="not in list"):
        Signal[str]().disconnect(Diary().note)


def test_a_receiver_that_connects_during_an_emission_waits_for_the_next() -> None:
    signal, diary = Signal[str](), Diary()

    def connect_another(_word: str) -> None:
        signal.connect(diary.note)

    signal.connect(connect_another)
    signal.emit("satu")
    assert diary.words == []
    signal.emit("dua")
    assert diary.words == ["dua"]


def test_a_receiver_that_leaves_during_an_emission_does_not_rob_the_next_one() -> None:
    signal, diary = Signal[str](), Diary()

    def leave(_word: str) -> None:
        signal.disconnect(leave)

    signal.connect(leave)
    signal.connect(diary.note)
    signal.emit("satu")
    assert diary.words == ["satu"]


def test_an_error_in_a_receiver_reaches_the_sender() -> None:
    signal = Signal[str]()

    def fail(word: str) -> None:
        raise LookupError(word)

    signal.connect(fail)
    with pytest.raises(LookupError, match="satu"):
        signal.emit("satu")
