"""Which hint the status bar gives for what is selected."""

from sopeditor.session.selection import Selection


def hint_key(selection: Selection) -> str:
    """Answer the key of the hint: what can be done next with `selection`."""
    kinds = {
        "symbol": selection.symbols,
        "flow": selection.flows,
        "actor": selection.actors,
        "step": selection.steps,
    }
    for kind, ids in kinds.items():
        if ids:
            return f"ui.status.hint_{kind}"
    return "ui.status.hint_start"
