"""Paper forms: one to copy, or a numbered set for the printer."""

from kommune_desktop.export.forms.drawing import UNNUMBERED, draw_forms
from kommune_desktop.export.forms.form import Form, make_form
from kommune_desktop.export.forms.title import FormContent

__all__ = ["UNNUMBERED", "Form", "FormContent", "draw_forms", "make_form"]
