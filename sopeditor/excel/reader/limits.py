"""How much a workbook may hold; more is a mistake or an attack, never an SOP."""

FILE_BYTES = 25_000_000
ENTRIES = 2_000
#: All parts together, unpacked, and one part alone.
UNPACKED_BYTES = 50_000_000
PART_BYTES = 20_000_000
#: Unpacked to packed; looked at only above `SMALL_BYTES` unpacked, as short parts pack well.
RATIO = 100
SMALL_BYTES = 1_000_000

SHEETS = 300
#: Cells with text or merges, and rows with cells, of one sheet.
CELLS = 200_000
MERGED_ROWS = 500_000
#: Shapes, lines and pictures of one sheet, and how deep groups go.
OBJECTS = 20_000
GROUP_DEPTH = 32

STEPS = 5_000
ACTORS = 200
FLOWS = 20_000
#: The hidden copy of a document, unpacked.
COPY_BYTES = 25_000_000
LOGO_BYTES = 8_000_000
LOGO_SIDE = 6_000
