"""Where `resources/`, `icons/` and the typefaces lie, in a checkout and in a wheel alike."""

from pathlib import Path

import fontpkg_arimo

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    """Answer the data folder `name`: inside the wheel, else beside the package."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """Answer the path of a file or folder below `resources/`."""
    return _folder("resources").joinpath(*parts)


def icon(*parts: str) -> Path:
    """Answer the path of a file or folder below `icons/`."""
    return _folder("icons").joinpath(*parts)


def font_files() -> tuple[Path, ...]:
    """Answer the files of Arimo, each with all weights: upright, then italic."""
    files = fontpkg_arimo.ROOT / "files"
    return (files / "Arimo[wght].ttf", files / "Arimo-Italic[wght].ttf")
