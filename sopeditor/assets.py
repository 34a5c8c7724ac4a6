"""Where `resources/` and `icons/` lie, in a checkout and in an installed wheel alike."""

from pathlib import Path

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
