"""A workbook coming in: shown beside its result, confirmed or corrected, made a document."""
