"""The sheet on the screen: scene, items and tools; a projection of the layout."""
