"""The workshop page in the window."""
