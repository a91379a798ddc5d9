"""Questionnaire files: read them and say, by line and column, what is to be mended."""

from kommune_desktop.intake.questionnaire.check import read_questionnaire

__all__ = ["read_questionnaire"]
