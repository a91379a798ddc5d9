"""The dialog that shows what a file of answers would bring, and asks what its columns mean where they don't say it."""

from kommune_desktop.ui.dialogs.import_answers.dialog import ImportAnswersDialog

__all__ = ["ImportAnswersDialog"]
