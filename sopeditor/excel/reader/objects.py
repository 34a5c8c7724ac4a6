"""What is drawn on a sheet, read from its drawing part: shapes, lines and pictures.

Objects lie where their anchor says; the place inside a shape itself may be stale (seen in
files of Excel) and counts only inside groups.
"""

import math
import statistics
from collections.abc import Iterable, Iterator
from enum import StrEnum

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from sopeditor.excel.names import A14, MC, XDR, R, a, xdr
from sopeditor.excel.reader import limits
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.geometry import (
    Inside,
    Pose,
    line_points,
    path_points,
    pose_of_visible,
)
from sopeditor.excel.reader.grid import SheetGrid
from sopeditor.excel.reader.looks import Looks, read_looks
from sopeditor.excel.reader.numbers import attribute, whole
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.foundation.units import EMU_PER_POINT

#: Extensions of the drawing language that change nothing for us: their choice is taken.
_KNOWN = frozenset({A14, XDR, "http://schemas.microsoft.com/office/drawing/2014/main"})
_HALF_TURN = 180.0
_ANCHORS = frozenset(map(xdr, ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")))


class Sort(StrEnum):
    """What an object is by its markup."""

    SHAPE = "shape"
    CONNECTOR = "connector"
    PICTURE = "picture"
    FRAME = "frame"  # a chart or a diagram


_SORTS = {
    xdr("sp"): Sort.SHAPE,
    xdr("cxnSp"): Sort.CONNECTOR,
    xdr("pic"): Sort.PICTURE,
    xdr("graphicFrame"): Sort.FRAME,
    xdr("contentPart"): Sort.FRAME,
}


class Glue(Struct, frozen=True):
    """A connector's end as its markup says: the number of a shape, and of a site on it."""

    shape: str
    site: int


class DrawnObject(Struct, frozen=True, kw_only=True):
    """One object outside of all groups; `order` counts from back to front.

    `number` is the id that glue names; `image` the relationship of a picture.
    `approximate` tells that a group was turned or mirrored so that the place is only near.
    """

    order: int
    sort: Sort
    number: str
    name: str
    pose: Pose
    looks: Looks
    start: Glue | None = None
    end: Glue | None = None
    image: str = ""
    approximate: bool = False

    @property
    def box(self) -> Rect:
        """The box that a person sees, in points on the sheet."""
        return self.pose.visible

    @property
    def points(self) -> Polyline:
        """The corners of what is a line, in points on the sheet."""
        looks = self.looks
        if looks.path:
            return path_points(looks.path, self.pose)
        return line_points(looks.preset, looks.adjustments, self.pose)


def read_objects(
    root: etree._Element, grid: SheetGrid, *, by_libreoffice: bool = False
) -> tuple[DrawnObject, ...]:
    """Answer all objects of a drawing part, from back to front.

    `by_libreoffice` tells who wrote it: its anchors of shapes turned by half are wrong.
    """
    found: list[DrawnObject] = []
    wider = _widening(root, grid) if by_libreoffice else 1.0
    for anchor in _chosen(root):
        if anchor.tag not in _ANCHORS:
            continue
        for element in _chosen(anchor):
            box = _visible_box(anchor, grid)
            if by_libreoffice:
                box = _mended(box, _transform(element), wider)
            for drawn in _objects(element, box):
                found.append(replace(drawn, order=len(found)))
                if len(found) > limits.OBJECTS:
                    raise unreadable("too_big")
    return tuple(found)


def _chosen(parent: etree._Element) -> Iterator[etree._Element]:
    """Answer the children, of alternatives the first whose extensions are all known."""
    for child in parent:
        if child.tag != f"{{{MC}}}AlternateContent":
            yield child
            continue
        taken = next(
            (c for c in child.iterfind(f"{{{MC}}}Choice") if _understood(c)),
            child.find(f"{{{MC}}}Fallback"),
        )
        if taken is not None:
            yield from _chosen(taken)


def _understood(choice: etree._Element) -> bool:
    prefixes = str(choice.get("Requires")).split()
    return all(choice.nsmap.get(prefix) in _KNOWN for prefix in prefixes)


def _visible_box(anchor: etree._Element, grid: SheetGrid) -> Rect:
    left, top = _start(anchor, grid)
    end = anchor.find(xdr("to"))
    if end is not None:
        right, bottom = _corner(end, grid)
        return Rect.spanning(left, top, max(left, right), max(top, bottom))
    extent = anchor.find(xdr("ext"))
    if extent is None:
        raise unreadable("damaged")
    width, height = (max(0.0, _points(extent, name)) for name in ("cx", "cy"))
    return Rect(left, top, width, height)


def _start(anchor: etree._Element, grid: SheetGrid) -> Point:
    start, position = anchor.find(xdr("from")), anchor.find(xdr("pos"))
    if start is not None:
        return _corner(start, grid)
    if position is not None:
        return Point(_points(position, "x"), _points(position, "y"))
    raise unreadable("damaged")


def _mended(box: Rect, transform: etree._Element | None, wider: float) -> Rect:
    """Answer the box of a shape turned by half, whose size inside the shape is right.

    WORKAROUND: LibreOffice (7.4 measured) anchors a plain shape with rot="10800000" farther
    right and down by its own size, and cuts it where its columns are `wider` than Excel's.
    The place inside the shape tells which of both boxes is meant.
    """
    if transform is None or _turn(transform) != _HALF_TURN or not _is_placed(transform):
        return box
    own = _own_box(transform)
    meant = Point(own.left / wider, own.top)
    back = Rect(box.left - own.width / wider, box.top - own.height, own.width / wider, own.height)
    return min((box, back), key=lambda place: math.dist((place.x, place.y), meant))


def _widening(root: etree._Element, grid: SheetGrid) -> float:
    """Answer how much wider LibreOffice's columns are: it writes places inside shapes in its own.

    Told by shapes that are not turned; 1 where there are none.
    """
    found = []
    for anchor in _chosen(root):
        for element in _chosen(anchor) if anchor.tag in _ANCHORS else ():
            transform = _transform(element)
            if transform is not None and _turn(transform) == 0 and _is_placed(transform):
                shown, own = _visible_box(anchor, grid).left, _own_box(transform).left
                if shown > 1 and own > 1:
                    found.append(own / shown)
    return statistics.median(found) if found else 1.0


def _is_placed(transform: etree._Element) -> bool:
    return transform.find(a("off")) is not None and transform.find(a("ext")) is not None


def _own_box(transform: etree._Element) -> Rect:
    offset, extent = transform.find(a("off")), transform.find(a("ext"))
    if offset is None or extent is None:
        return Rect(0, 0, 0, 0)
    sides = (max(0.0, _points(extent, name)) for name in ("cx", "cy"))
    return Rect(_points(offset, "x"), _points(offset, "y"), *sides)


def _corner(corner: etree._Element, grid: SheetGrid) -> Point:
    def number(name: str) -> int:
        return whole(corner.findtext(xdr(name)))

    return Point(
        grid.columns.place(number("col"), number("colOff") / EMU_PER_POINT),
        grid.rows.place(number("row"), number("rowOff") / EMU_PER_POINT),
    )


def _points(element: etree._Element, name: str) -> float:
    return whole(element.get(name)) / EMU_PER_POINT


def _objects(element: etree._Element, box: Rect) -> Iterator[DrawnObject]:
    """Answer the objects of one anchor, whose visible box is given."""
    transform = _transform(element)
    pose = pose_of_visible(
        box, _turn(transform), _flag(transform, "flipH"), _flag(transform, "flipV")
    )
    yield from _unpacked(element, pose, depth=0, approximate=False)


def _unpacked(
    element: etree._Element, pose: Pose, *, depth: int, approximate: bool
) -> Iterator[DrawnObject]:
    if element.tag in _SORTS:
        yield _object(element, pose, approximate=approximate)
    if element.tag != xdr("grpSp"):
        return
    if depth >= limits.GROUP_DEPTH:
        raise unreadable("damaged")
    inside = Inside(pose, _space(element, pose.frame))
    skew = approximate or bool(pose.turn % 90)
    for member in _members(element):
        own = _own_pose(member)
        odd = skew or bool(own.turn % 90 and (pose.turn or pose.mirrored or pose.upside_down))
        yield from _unpacked(member, inside.out(own), depth=depth + 1, approximate=odd)


def _members(group: etree._Element) -> Iterable[etree._Element]:
    kinds = {*_SORTS, xdr("grpSp")}
    return (child for child in _chosen(group) if child.tag in kinds)


def _space(group: etree._Element, frame: Rect) -> Rect:
    transform = _transform(group)
    offset = transform.find(a("chOff")) if transform is not None else None
    extent = transform.find(a("chExt")) if transform is not None else None
    if offset is None or extent is None:
        return frame
    return Rect(*(_points(offset, n) for n in "xy"), *(_points(extent, n) for n in ("cx", "cy")))


def _own_pose(element: etree._Element) -> Pose:
    transform = _transform(element)
    if transform is None or not _is_placed(transform):
        return Pose(Rect(0, 0, 0, 0))
    flips = _flag(transform, "flipH"), _flag(transform, "flipV")
    return Pose(_own_box(transform), _turn(transform), *flips)


def _transform(element: etree._Element) -> etree._Element | None:
    for holder in ("spPr", "grpSpPr"):
        found = element.find(f"{xdr(holder)}/{a('xfrm')}")
        if found is not None:
            return found
    return element.find(xdr("xfrm"))


def _turn(transform: etree._Element | None) -> float:
    return whole(attribute(transform, "rot")) / 60_000 % 360


def _flag(transform: etree._Element | None, name: str) -> bool:
    return attribute(transform, name) in {"1", "true"}


def _object(element: etree._Element, pose: Pose, *, approximate: bool) -> DrawnObject:
    named = next(element.iter(xdr("cNvPr")), None)
    blip = next(element.iter(a("blip")), None)
    return DrawnObject(
        order=0,
        sort=_SORTS[str(element.tag)],
        number=attribute(named, "id"),
        name=attribute(named, "name"),
        pose=pose,
        looks=read_looks(element),
        start=_glue(element, "stCxn"),
        end=_glue(element, "endCxn"),
        image=attribute(blip, f"{{{R}}}embed"),
        approximate=approximate,
    )


def _glue(element: etree._Element, tag: str) -> Glue | None:
    end = next(element.iter(a(tag)), None)
    return None if end is None else Glue(attribute(end, "id"), whole(end.get("idx")))
