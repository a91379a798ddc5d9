"""What leaves the program: PDF reports and tables."""
