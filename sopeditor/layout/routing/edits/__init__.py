"""A page that was changed: what stays where it is, and what is routed anew."""
