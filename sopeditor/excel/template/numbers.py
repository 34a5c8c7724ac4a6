"""Numbers in a template's XML, read so that damage becomes a sentence and no crash."""

import math
import re

from sopeditor.excel.template.errors import refused

_WHOLE = re.compile(r"-?\d{1,10}", re.ASCII)
_MOST = 1e9


def whole(text: object) -> int:
    """Answer a whole number; raises `TemplateRefused`."""
    if not _WHOLE.fullmatch(str(text).strip()):
        raise refused("damaged")
    return int(str(text))


def length(text: object) -> float:
    """Answer a number with or without decimals; raises `TemplateRefused`."""
    try:
        value = float(str(text))
    except ValueError as error:
        raise refused("damaged") from error
    if not math.isfinite(value) or abs(value) > _MOST:
        raise refused("damaged")
    return value
