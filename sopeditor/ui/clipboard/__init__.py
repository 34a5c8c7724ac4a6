"""Cut, copy and paste: inside a document, between windows, from and for other programs."""
