"""The step table: an SOP as text that people type, paste from Excel, import and export."""
