"""Procedures of any length to measure with."""

from sopeditor.model.document import Document
from tests.builders import a_document

LANES = "ABCDEF"


def document(steps: int) -> Document:
    """Answer a procedure of so many steps, with a loop back from every fifth."""
    rows, flows = ["(A)"], []
    for number in range(2, steps):
        lane = LANES[number * 5 % len(LANES)]
        rows.append(f"{lane}?" if number % 5 == 0 else lane)
    rows.append("(F)")
    for number in range(1, steps):
        flows.append(f"{number}>{number + 1}" + (":Ya" if number % 5 == 0 else ""))
        if number % 5 == 0:
            flows.append(f"{number}>{number - 2}:Tidak")
    return a_document(lanes=LANES, rows=" ".join(rows), flows=" ".join(flows))
