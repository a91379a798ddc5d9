"""What the benchmarks run as fresh processes. Each prints a name and a number on each line."""
