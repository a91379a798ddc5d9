"""What comes in: questionnaire files and answer files."""
