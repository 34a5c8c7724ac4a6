"""Reading a logo from a picture file that anybody may have made."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from sopeditor.foundation.message import UserError, message
from sopeditor.model.identity import Logo
from sopeditor.storage.files import read_file

#: Pictures with a longer edge are refused before they are decoded.
LARGEST_EDGE = 6000
#: A logo of 5 cm needs no more at 500 dpi; larger ones are made smaller.
KEPT_EDGE = 1000

_FORMATS = {b"png", b"jpeg"}


class BadPicture(UserError):
    """A picture that can't become a logo, with the reason in words."""


def read_logo(path: Path) -> Logo:
    """Read a PNG or JPEG file and encode it anew; raises `BadPicture`, `UnreadableFile`."""
    data, _ = read_file(path)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    _refuse_strange(reader, path.name)
    image = reader.read()
    if image.isNull():
        raise BadPicture(message("ui.logo.damaged", name=path.name))
    return Logo(_png(_shrunk(image)))


def logo_image(logo: Logo) -> QImage:
    """Answer the picture of a logo; a null image when it can't be decoded."""
    return QImage.fromData(QByteArray(logo.png))


def _refuse_strange(reader: QImageReader, name: str) -> None:
    if reader.format().data() not in _FORMATS:
        raise BadPicture(message("ui.logo.unknown_format", name=name))
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST_EDGE:
        raise BadPicture(message("ui.logo.too_large", name=name, edge=LARGEST_EDGE))


def _shrunk(image: QImage) -> QImage:
    if max(image.width(), image.height()) <= KEPT_EDGE:
        return image
    return image.scaled(
        QSize(KEPT_EDGE, KEPT_EDGE),
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Without the text chunks of the original: they may hold more than the picture.
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    for key in plain.textKeys():
        plain.setText(key, "")
    QImageWriter(buffer, QByteArray(b"png")).write(plain)
    return bytes(buffer.data().data())
