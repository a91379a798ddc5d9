"""The results of a round on screen."""

from kommune_desktop.ui.results.results_page import ResultsPage

__all__ = ["ResultsPage"]
