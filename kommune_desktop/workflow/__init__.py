"""Use cases that span the layers below. The window and the command line call the same ones."""
