"""Tables, drawn and read back."""
