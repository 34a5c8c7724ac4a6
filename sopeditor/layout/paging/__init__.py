"""From a chart's table to pages: breaks, page links, and what stands on each page."""
