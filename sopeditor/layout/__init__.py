"""Document -> placements: the only place that decides a coordinate; imports `model`."""
