"""What follows from the results: the workshop, the measures, and the papers about them."""
