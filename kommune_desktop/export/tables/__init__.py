"""What leaves as tables: described once in :mod:`.model`, drawn as a workbook or as CSV."""
