"""Records behave as the standard library's dataclasses do."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest

from sopeditor.foundation.records import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """Two numbers, a default and a derived field that does not count."""

    x: int
    y: int = 2
    notes: Mapping[str, int] = field(default_factory=dict, compare=False)
    total: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", self.x + self.y)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Fields by name only, one without default after one with."""

    name: str = ""
    size: int


@dataclass(slots=True)
class Heap:
    """A record that can be changed, with a list of its own."""

    things: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Deep(Spot):
    """A spot with one more number."""

    z: int = 0


def test_values_come_by_place_and_by_name_and_defaults_fill_the_rest() -> None:
    assert (Spot(1).x, Spot(1).y, Spot(1, y=5).total) == (1, 2, 6)
    assert Named(size=3).name == ""
    assert (Deep(1, 2, {}, 7).z, Deep(4).total) == (7, 6)


def test_a_wrong_call_is_refused_also_the_first_time() -> None:
    for _ in range(2):
        with pytest.raises(TypeError):
            Named("a", 1)  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            Spot()  # type: ignore[call-arg]


def test_equal_values_of_one_class_are_equal_and_hash_alike() -> None:
    assert Spot(1, notes={"a": 1}) == Spot(1)
    assert hash(Spot(1, notes={"a": 1})) == hash(Spot(1))
    assert Spot(1) != Spot(2)
    assert Spot(1) != Deep(1)


def test_what_is_frozen_stays_and_has_no_other_attributes() -> None:
    with pytest.raises(FrozenInstanceError):
        Spot(1).x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del Spot(1).x
    assert not hasattr(Spot(1), "__dict__")


def test_what_is_not_frozen_can_be_changed_and_is_not_hashable() -> None:
    one, other = Heap(), Heap()
    one.things.append(1)
    assert (one.things, other.things) == ([1], [])
    with pytest.raises(TypeError):
        hash(one)


def test_the_standard_library_takes_a_record_for_a_dataclass() -> None:
    assert is_dataclass(Spot)
    assert [f.name for f in fields(Spot) if f.init] == ["x", "y", "notes"]
    assert replace(Spot(1), y=9) == Spot(1, 9)
    assert replace(Named(name="a", size=1), size=2) == Named(name="a", size=2)


def test_copies_and_pickles_are_equal() -> None:
    assert copy.copy(Spot(3)) == Spot(3) == pickle.loads(pickle.dumps(Spot(3)))
    assert copy.deepcopy(Spot(3)).total == 5


def test_a_record_tells_its_fields_and_matches_by_place() -> None:
    assert repr(Spot(1)) == "Spot(x=1, y=2, notes={})"
    match Spot(4):
        case Spot(x, y):
            assert (x, y) == (4, 2)
