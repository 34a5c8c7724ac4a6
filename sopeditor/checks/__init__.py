"""Findings: what the regulation asks and a document lacks; imports `model`."""
