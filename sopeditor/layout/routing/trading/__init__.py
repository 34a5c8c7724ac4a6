"""Better walks for flows that pay for each other, by changing several together."""
