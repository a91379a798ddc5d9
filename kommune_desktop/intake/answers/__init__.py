"""Answers from files of spreadsheets and online surveys: all of a file, or none and a list of what is to be mended."""

from kommune_desktop.intake.answers.long import COLUMNS, is_long, read_answers
from kommune_desktop.intake.answers.mapping import DEFAULT_PREFIX, Coding, ColumnUse, Mapping, Role, check_mapping
from kommune_desktop.intake.answers.mapping_file import mapping_from_text, mapping_key, mapping_text, read_mapping
from kommune_desktop.intake.answers.opening import open_table, worksheets
from kommune_desktop.intake.answers.propose import Proposal, propose
from kommune_desktop.intake.answers.sheets import Found, NewSheet, Places, Progress, Unread
from kommune_desktop.intake.answers.table import column_names
from kommune_desktop.intake.answers.wide import read_wide

__all__ = [
    "COLUMNS",
    "DEFAULT_PREFIX",
    "Coding",
    "ColumnUse",
    "Found",
    "Mapping",
    "NewSheet",
    "Places",
    "Progress",
    "Proposal",
    "Role",
    "Unread",
    "check_mapping",
    "column_names",
    "is_long",
    "mapping_from_text",
    "mapping_key",
    "mapping_text",
    "open_table",
    "propose",
    "read_answers",
    "read_mapping",
    "read_wide",
    "worksheets",
]
