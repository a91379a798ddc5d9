"""Use cases that span the layers."""
