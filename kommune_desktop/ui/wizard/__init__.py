"""The wizard: one topic a page, jump anywhere, come back days later."""

from kommune_desktop.ui.wizard.wizard import Wizard

__all__ = ["Wizard"]
