"""A form for each kind of thing that can be corrected; every choice is taken over at once."""
