"""What a drag of a symbol carries."""

from PySide6.QtCore import QByteArray, QMimeData

from sopeditor.model.symbol import SymbolKind

#: What a drag from the palette carries: the kind of the symbol.
SYMBOL_MIME = "application/x-sopeditor-symbol"


def symbol_mime(kind: SymbolKind) -> QMimeData:
    """Answer what a drag of a symbol carries."""
    data = QMimeData()
    data.setData(SYMBOL_MIME, QByteArray(kind.value.encode()))
    return data


def kind_in(data: QMimeData) -> SymbolKind | None:
    """Answer the symbol that a drag carries, or None for any other drag."""
    try:
        return SymbolKind(bytes(data.data(SYMBOL_MIME).data()).decode())
    except ValueError:
        return None
