"""The workspace of an open file: a sidebar in the order of the work, and its pages."""

from kommune_desktop.ui.workspace.workspace import Workspace

__all__ = ["Workspace"]
