"""The `.sop` file: read, migrate, decode, encode, write atomically; imports `model`."""
