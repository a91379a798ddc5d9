"""Paper forms: one to copy, or a numbered set for the printer."""

from kommune_desktop.export.forms.drawing import draw_form_to_copy, draw_forms
from kommune_desktop.export.forms.form import Form, make_form
from kommune_desktop.export.forms.title import FormContent

__all__ = ["Form", "FormContent", "draw_form_to_copy", "draw_forms", "make_form"]
