"""A template of an office: chosen, looked at before and after it is filled, set right."""
