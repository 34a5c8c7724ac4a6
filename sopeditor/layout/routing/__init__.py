"""Flows -> orthogonal polylines on the grid of rows and lanes; knows symbols, not documents."""
