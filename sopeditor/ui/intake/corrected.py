"""What was corrected, in words for the list."""

from sopeditor.excel.reader.corrections import (
    CellSays,
    Correction,
    FieldSays,
    LinesLead,
    RowIs,
    ShapeIs,
)
from sopeditor.foundation.message import Message, message

#: The words of corrections that need no more than their kind.
_PLAIN = {
    "ShapeStands": "shape_stands",
    "FlowAdded": "flow_added",
    "LabelBelongs": "label_belongs",
    "LinkLeads": "link_leads",
    "SheetIsOut": "sheet_is_out",
    "Confirmed": "confirmed",
    "TableIs": "table_is",
}


def words_of(said: Correction) -> Message:
    """Answer what a correction says."""

    def worded(key: str, **values: object) -> Message:
        return message(f"excel_import.correction.{key}", **values)

    if isinstance(said, ShapeIs):
        return worded("shape_is", use=message(f"excel_import.form.use_{said.use.value}"))
    if isinstance(said, LinesLead):
        return worded("lines_lead" if said.pairs else "lines_dropped")
    if isinstance(said, RowIs):
        return worded("row_is", use=message(f"excel_import.form.row_{said.use.value}"))
    if isinstance(said, CellSays):
        return worded("cell_says", text=said.text)
    if isinstance(said, FieldSays):
        field = message(f"excel_import.form.field_{said.field}")
        return worded("field_says", field=field, text=" ".join(said.text.split()))
    return worded(_PLAIN[type(said).__name__])
