"""The subject: questionnaire, round, answers, scoring, results. No Qt, no SQL, no PDF, no files."""
