"""The workshop: prepared, moderated, recorded."""
