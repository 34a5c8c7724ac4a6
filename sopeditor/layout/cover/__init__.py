"""The cover page: the identity fields, the emblem and the signature."""
