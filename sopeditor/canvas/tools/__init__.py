"""One class for a gesture: it begins, follows the pointer, and ends or is called off."""
