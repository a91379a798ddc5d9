"""What comes in other than by hand: questionnaire files and answer files."""
