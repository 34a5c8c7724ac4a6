"""Dataclasses with slots that are made five times as quickly as by the standard library.

The program is made of some hundred of them, and each method that `dataclasses` writes for
each class is compiled anew at every start: that took a third of the time of all imports.
Here the methods are shared functions, and only `__init__` is written, when the first object
of its class is made. To the type checker, to `replace`, `fields` and `match` nothing differs.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, get_origin

__all__ = ["dataclass"]

#: The own and inherited fields of a record, in the order of `__init__`.
_FIELDS = "__record_fields__"
_ABSENT = object()


class _Field:
    """One field: its default, what makes one, and in which methods it takes part."""

    __slots__ = ("annotation", "compare", "default", "init", "kw_only", "made", "name", "repr")

    def __init__(self, name: str, annotation: object, value: object, kw_only: bool) -> None:
        self.name, self.annotation, self.kw_only = name, annotation, kw_only
        self.default, self.made = value, _ABSENT
        self.init = self.compare = self.repr = True
        if isinstance(value, dataclasses.Field):
            missing = dataclasses.MISSING
            self.default = _ABSENT if value.default is missing else value.default
            self.made = _ABSENT if value.default_factory is missing else value.default_factory
            self.init, self.compare, self.repr = value.init, value.compare, bool(value.repr)


class _StandardFields:
    """Answers what `dataclasses` asks a class for, once it asks: by way of a twin."""

    def __get__(self, _record: object, owner: type) -> dict[str, Any]:
        twin = dataclasses.make_dataclass(
            owner.__name__,
            [(f.name, f.annotation, _standard(f)) for f in getattr(owner, _FIELDS)],
            repr=False,
            eq=False,
        )
        fields: dict[str, Any] = twin.__dict__["__dataclass_fields__"]
        type.__setattr__(owner, "__dataclass_fields__", fields)
        return fields


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(
        *, frozen: bool = False, slots: bool = True, kw_only: bool = False
    ) -> Callable[[type], type]:
        """Make a class with slots of the annotated one, as `dataclasses.dataclass` does."""
        if not slots:
            raise TypeError("a record has slots")

        def made(cls: type) -> type:
            return _record(cls, frozen, kw_only)

        return made


def _record(cls: type, frozen: bool, kw_only: bool) -> type:
    names = dict(cls.__dict__)
    own = [
        _Field(name, annotation, names.pop(name, _ABSENT), kw_only)
        for name, annotation in names.get("__annotations__", {}).items()
        if annotation is not ClassVar and get_origin(annotation) is not ClassVar
    ]
    inherited = {field.name: field for field in getattr(cls, _FIELDS, ())}
    fields = tuple((inherited | {field.name: field for field in own}).values())
    names |= {
        _FIELDS: fields,
        "__slots__": tuple(field.name for field in own if field.name not in inherited),
        "__dataclass_fields__": _StandardFields(),
        "__qualname__": cls.__qualname__,
    }
    for gone in ("__dict__", "__weakref__"):
        names.pop(gone, None)
    for name, method in _methods(fields, frozen).items():
        names.setdefault(name, method)
    made = type(cls)(cls.__name__, cls.__bases__, names)
    if "__init__" not in names:
        made.__init__ = _init_when_needed(made, fields)  # type: ignore[misc]
    return made


def _methods(fields: tuple[_Field, ...], frozen: bool) -> dict[str, object]:
    compared = [field.name for field in fields if field.compare]
    values: Callable[[object], object] = attrgetter(*compared) if compared else _nothing

    def equal(self: object, other: object) -> bool:
        return bool(values(self) == values(other)) if type(other) is type(self) else NotImplemented

    def hashed(self: object) -> int:
        return hash(values(self))

    methods: dict[str, object] = {
        "__repr__": _repr,
        "__eq__": equal,
        "__hash__": hashed if frozen else None,
        "__match_args__": tuple(f.name for f in fields if f.init and not f.kw_only),
    }
    if frozen:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
        methods |= {"__getstate__": _state, "__setstate__": _take_state}
    return methods


def _init_when_needed(cls: type, fields: tuple[_Field, ...]) -> Callable[..., None]:
    def first(self: object, *values: object, **named: object) -> None:
        init = _written_init(cls, fields)
        type.__setattr__(cls, "__init__", init)
        init(self, *values, **named)

    return first


def _written_init(cls: type, fields: tuple[_Field, ...]) -> Callable[..., None]:
    """Compile the `__init__` of a record: it fills the slots, then calls `__post_init__`."""
    known: dict[str, object] = {"_absent": _ABSENT}
    positional: list[str] = []
    named: list[str] = []
    lines: list[str] = []
    for field in fields:
        name, optional = field.name, field.default is not _ABSENT or field.made is not _ABSENT
        if field.init:
            parameter = f"{name}=_default_{name}" if optional else name
            (named if field.kw_only else positional).append(parameter)
        elif not optional:
            continue
        value = name if field.init else f"_default_{name}"
        if field.made is not _ABSENT:
            known[f"_make_{name}"] = field.made
            value = f"_make_{name}() if {value} is _absent else {value}"
        known |= {f"_set_{name}": getattr(cls, name).__set__, f"_default_{name}": field.default}
        lines.append(f" _set_{name}(self, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    parameters = ", ".join(["self", *positional, *(["*", *named] if named else [])])
    exec("\n".join([f"def __init__({parameters}):", *(lines or [" pass"])]), known)
    init: Callable[..., None] = known["__init__"]  # type: ignore[assignment]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _standard(field: _Field) -> Any:
    shared: dict[str, Any] = {
        "init": field.init,
        "compare": field.compare,
        "repr": field.repr,
        "kw_only": field.kw_only,
    }
    if field.made is not _ABSENT:
        return dataclasses.field(default_factory=field.made, **shared)  # type: ignore[call-overload]
    if field.default is not _ABSENT:
        return dataclasses.field(default=field.default, **shared)
    return dataclasses.field(**shared)


def _nothing(_record: object) -> tuple[()]:
    return ()


def _repr(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in getattr(self, _FIELDS) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: object) -> list[object]:
    return [getattr(self, field.name) for field in getattr(self, _FIELDS)]


def _take_state(self: object, state: list[object]) -> None:
    for field, value in zip(getattr(self, _FIELDS), state, strict=True):
        object.__setattr__(self, field.name, value)
