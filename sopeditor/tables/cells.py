"""The cells of a row in the words of the notation."""

from sopeditor.tables.aims import lane_words
from sopeditor.tables.notation import NOBODY, symbol_letter
from sopeditor.tables.outline import Outline
from sopeditor.tables.plan import Place


def actors_cell(place: Place, rows: Outline) -> str:
    """Answer who does a row: `B+C` together, `B|C` one symbol each, `-` nobody."""
    teams = ("+".join(lane_words(lane, rows) for lane in group.lanes) for group in place.groups)
    return "|".join(teams) or NOBODY


def symbol_cell(place: Place) -> str:
    """Answer the letter of the row's symbols, or one for each part where they differ."""
    letters = [symbol_letter(group.lead.kind) for group in place.groups]
    return letters[0] if len(set(letters)) == 1 else "|".join(letters)
