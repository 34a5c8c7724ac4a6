"""The panels around the sheet; each shows one part of the document and edits it."""
