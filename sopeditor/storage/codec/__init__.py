"""The two directions of the format side by side: each part reads and writes one element."""
