"""Text that every file format of the program can hold."""

import re

#: What XML 1.0 cannot hold: control characters, two non-characters and lone surrogates.
_UNWRITABLE = "[\x00-\x08\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"


def clean_text(text: str) -> str:
    """Answer `text` without what no XML file can hold; a vertical tab becomes a line break.

    Text fields let such characters in by pasting; a writer that met one would fail in
    the middle of saving.
    """
    if text.isprintable():
        return text
    return re.sub(_UNWRITABLE, "", text.replace("\v", "\n"))
