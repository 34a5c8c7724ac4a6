"""The walks that a flow may take on the lattice, what they cost, and who is in their way."""
