"""Finding the step table and the cover's fields in anybody's sheet, by their captions."""
