"""Long work beside a window that stays alive, with progress and a way to cancel it."""
