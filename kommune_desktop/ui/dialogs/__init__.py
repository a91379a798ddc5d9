"""Dialogs: each collects input and returns it, none computes."""
