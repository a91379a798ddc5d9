"""Several layers together, and the program as a shell starts it."""
