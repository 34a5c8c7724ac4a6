"""Coordinates of parallel legs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.layout.routing.drawing.spacing import Track, place, sequence


def track(name: str, wish: float, room: tuple[float, float] = (0, 30), rank: int = 2) -> Track:
    made = Track()
    made.key, made.wish, made.rank = (name, 0), wish, rank
    made.least, made.most = made.comfort = room
    return made


def test_a_leg_alone_gets_its_wish_within_its_room() -> None:
    near, far = track("a", 12), track("b", 50)
    assert place([near], set()) == 0
    assert place([far], set()) == 0
    assert (near.place, far.place) == (12, 30)


def test_legs_keep_their_order_and_six_points_apart() -> None:
    tracks = [track("a", 15), track("b", 15), track("c", 15)]
    assert place(tracks, {(0, 1), (1, 2)}) == 0
    assert tracks[1].place - tracks[0].place >= 6
    assert tracks[2].place - tracks[1].place >= 6


def test_a_port_alone_on_its_side_stays_in_the_middle() -> None:
    tracks = [track("a", 15), track("b", 15, rank=0)]
    place(tracks, {(0, 1)})
    assert tracks[1].place == 15


def test_a_narrow_room_brings_legs_nearer_before_it_is_too_full() -> None:
    tracks = [track(name, 4, (0, 8)) for name in "abc"]
    assert place(tracks, {(0, 1), (1, 2)}) == 0
    assert [t.place for t in tracks] == [0, 4, 8]


def test_a_room_too_full_says_what_it_lacks_and_still_parts_the_legs() -> None:
    tracks = [track(name, 1, (0, 2)) for name in "abc"]
    assert place(tracks, {(0, 1), (1, 2)}) == pytest.approx(4)
    assert tracks[0].place < tracks[1].place < tracks[2].place


def test_a_sequence_keeps_every_order_that_is_no_circle() -> None:
    tracks = [track(name, 0) for name in "abcd"]
    assert sequence(tracks, {(3, 1), (1, 0)}) == [2, 3, 1, 0]


def test_a_circle_of_orders_still_gives_a_sequence() -> None:
    tracks = [track(name, 0) for name in "abc"]
    assert sorted(sequence(tracks, {(0, 1), (1, 2), (2, 0)})) == [0, 1, 2]


@st.composite
def tracks_of_a_line(draw: st.DrawFn, name: str) -> tuple[str, float, tuple[float, float], int]:
    low, width = draw(st.integers(0, 12)), draw(st.integers(0, 16))
    return name, draw(st.integers(-2, 30)), (low, low + width), draw(st.integers(0, 2))


@given(tracks_of_a_line("a"), tracks_of_a_line("b"), st.booleans())
def test_two_tracks_lie_as_they_do_in_a_larger_group(
    one: tuple[str, float, tuple[float, float], int],
    other: tuple[str, float, tuple[float, float], int],
    turned: bool,
) -> None:
    two, three = ([track(*one), track(*other)] for _ in range(2))
    pair = (1, 0) if turned else (0, 1)
    lack = place(two, {pair})
    assert place([*three, track("far", 500, (500, 600))], {pair, (pair[1], 2)}) == lack
    assert [t.place for t in two] == [t.place for t in three]
