"""Namespaces, relationship types and content types of OOXML that we write."""

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
DCTERMS = "http://purl.org/dc/terms/"

DRAWING_RELATION = f"{R}/drawing"
IMAGE_RELATION = f"{R}/image"
DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"


def xdr(tag: str) -> str:
    """Answer a tag of spreadsheet drawings in Clark notation."""
    return f"{{{XDR}}}{tag}"


def a(tag: str) -> str:
    """Answer a tag of DrawingML in Clark notation."""
    return f"{{{A}}}{tag}"
