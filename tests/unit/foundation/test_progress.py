"""Progress tells how far work is, and stops it where it may be stopped."""

import pytest

from sopeditor.foundation.progress import UNWATCHED, Cancelled, WatchedProgress


def test_parts_of_work_fill_their_stretch_of_the_whole() -> None:
    progress = WatchedProgress()
    progress.part(0.2, 0.6).part(0.5, 1.0).reach(0.5)
    assert progress.share == pytest.approx(0.5)


def test_items_are_answered_in_order_and_end_at_one() -> None:
    progress = WatchedProgress()
    seen = [(item, progress.share) for item in progress.over("abcd")]
    assert seen == [("a", 0.0), ("b", 0.25), ("c", 0.5), ("d", 0.75)]
    assert progress.share == 1.0


def test_no_items_are_done_at_once() -> None:
    progress = WatchedProgress()
    assert list(progress.over(())) == []
    assert progress.share == 1.0


def test_the_share_never_falls() -> None:
    progress = WatchedProgress()
    progress.reach(0.7)
    progress.reach(0.3)
    assert progress.share == 0.7


def test_cancelled_work_stops_at_its_next_word() -> None:
    progress = WatchedProgress()
    assert progress.cancel()
    assert progress.cancelled
    with pytest.raises(Cancelled):
        progress.part(0.0, 0.5).reach(0.1)


def test_cancelled_work_writes_nothing() -> None:
    progress = WatchedProgress()
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.part(0.0, 0.5).settle()


def test_work_that_is_being_written_cannot_be_cancelled() -> None:
    progress = WatchedProgress()
    progress.settle()
    assert not progress.cancel()
    assert not progress.cancelled
    progress.reach(1.0)


def test_unwatched_work_runs_through() -> None:
    assert list(UNWATCHED.part(0.0, 0.5).over((1, 2))) == [1, 2]
    UNWATCHED.settle()
