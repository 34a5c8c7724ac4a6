"""From walks on the lattice to lines and labels on the page."""
