"""SOP Editor: writes, checks and hands over SOP AP documents of Indonesian offices."""

__version__ = "0.1.0"
