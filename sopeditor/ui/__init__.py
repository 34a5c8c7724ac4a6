"""Window, panels, dialogs and actions."""
