"""What the program calls things in German. The only place where the tests name them."""

from __future__ import annotations

import re

# A mark for the underlined letter that was meant to be underlined, not shown.
RAW_MARK = re.compile(r"&\w")

PROGRAM = "Weltoffene Kommune"

# Start page
NEW_FILE = "Neue Datei anlegen"
OPEN_RECENT = "{name} öffnen"
DEMO_WINDOW = re.compile(r"Beispiel\.kommune – Runde 2026 – ")
SEE_DEMO = "Beispiel ansehen"

# Dialog for a new file
NEW_FILE_DIALOG = "Neue Datei"
MUNICIPALITY = "Name der Kommune"
PATH = "Datei"
CREATE_FILE = "Datei anlegen"

# Sidebar and overview
PAGES = "Seiten"
ROUNDS = "Runde"
PAGE_TITLES = ("Übersicht", "Bögen", "Rücklauf", "Erfassen", "Ergebnisse", "Workshop", "Maßnahmen", "Berichte")
PAGE_KEYS = {title: f"ctrl+{place}" for place, title in enumerate(PAGE_TITLES, start=1)}
SHEETS, RETURNS, KEYING, RESULTS, WORKSHOP, MEASURES, REPORTS = PAGE_TITLES[1:]
NEW_ROUND = "Neue Runde"

# Dialog for a new round
NEW_ROUND_DIALOG = "Neue Runde"
ROUND_TITLE = "Name der Runde"
FORM, SHORT_FORM = "Umfang", re.compile(r"Kurzform, (\d+) Fragen")

# Dialog for printing sheets
PRINT_FORMS_DIALOG, SAVE_FORMS_DIALOG = "Bögen drucken", "Bögen speichern"
PRINT_GROUP, COUNT, RETURN_TO = "Gruppe", "Anzahl", "Rückgabe an"
CIVIL_SOCIETY = "Zivilgesellschaft"

# Sheets
GROUP = "Akteursgruppe"
ADMINISTRATION = "Verwaltung"
ADD_SHEET = "Bogen anlegen"
SHEET_TABLE = "Bögen"

# Wizard
CONTENTS = "Inhalt"
BACK, NEXT = "Zurück", "Weiter"
TO_SHEETS = "Zur Bogenliste"
OPEN_QUESTIONS = "Offene Fragen"
CHOICE = re.compile(r"[1-9WT]  \S")
ALL_ANSWERED = "Alles beantwortet"
PROGRESS = re.compile(r"(\d+) von (\d+) beantwortet")
SAVED = re.compile(r"Gespeichert \d\d:\d\d")
COMMENT = "Bemerkung"

# Keying
FILE_WINDOW = re.compile(r"\.kommune – ")
BATCH_TABLE, TO_BATCHES = "Stapel", "Zu den Stapeln"
DIFFERENCES = DIFFERENCE_TABLE = "Abweichungen"
RELIABILITY_TABLE = "Fehlerquote: Frage"
NEW_BATCH, SECOND_KEYING = "Neuer Stapel …", "Zweites Mal erfassen …"
NEW_BATCH_DIALOG, SECOND_KEYING_DIALOG = "Neuer Stapel", "Stapel 1 ein zweites Mal erfassen"
INITIALS, GO_ON_DIALOG = "Ihr Kürzel", "Stapel weiter erfassen"
EDIT_MENU, KEYING_SETTINGS = "Bearbeiten", "Einstellungen zum Erfassen …"
KEYING_SETTINGS_DIALOG = "Einstellungen zum Erfassen"
SHEET_NUMBER = "Nummer"
SHEET_KEYED = "Bogen {number} ist erfasst."
SHEET_ON_DESK = "Bogen {number} · "
ANSWER_IN_WORDS = "Antwort:"
END_OF_SHEET = "Ende des Bogens"
KEY_REFUSED = re.compile(r"Diese Taste gilt hier nicht\. Möglich sind: 1–5 ")

# Results
QUESTION_TABLE = "Fragen"
SCORE = re.compile(r"(\d+) von 100 Punkten")
PROFILE = "Balkendiagramm der Punkte je Handlungsfeld, 0 bis 100: "
TABS = {"alt+f": "Fragen", "alt+p": "Gruppen", "alt+u": "Unterschiede", "alt+m": "Bemerkungen", "alt+l": "Überblick"}
TO_QUESTIONS, TO_AREA_FILTER = "alt+f", "alt+s"
BACK = "Zurück"
NO_FIGURE = "–"
COLUMN_NUMBER, COLUMN_QUESTION, COLUMN_POINTS, COLUMN_CHANGE = "Nr.", "Frage", "Punkte", "Veränderung"

# Reports and their preview
VIEW_REPORT, LEAVE_PREVIEW, PRINT, SEARCH = "Ansehen", "Zurück", "Drucken …", "Suchen"
PAGE_OF_PREVIEW = re.compile(r"Seite 1 von \d+")
SAVE_PDF = "Als PDF speichern …"
SAVE_PDF_DIALOG = "Bericht speichern"
FILE_NAME = "Dateiname:"  # Qt's own dialog
REPORT_SAVED = re.compile(r"Gespeichert, (\d+) Seiten: (.+)")

# Workshop
WORKSHOP_TABS = {"agenda": "alt+1", "moderation": "alt+2", "priorities": "alt+3"}
CHOOSE_QUESTIONS, CHOOSE_QUESTIONS_DIALOG = "Fragen auswählen …", "Fragen für die Tagesordnung"
PARTICIPANTS, PARTICIPANTS_DIALOG = "Teilnahme …", "Wer teilnimmt"
QUESTIONS, AGENDA, APPLY = "Fragen", "Tagesordnung", "Übernehmen"
STILL_OPEN, NO_AGREEMENT, REASON, NEW_NEED = "noch offen", "keine Einigung", "Begründung", "Neuer Bedarf"
PROJECTOR = "Beamer"
BALLOT, MAKE_MEASURE = "Fragen und Bedarfe", "Maßnahme anlegen …"
MINUTES, SAVE_PAPER_DIALOG = "Protokoll", "Dokument speichern"

# Measures
NEW_MEASURE, NEW_MEASURE_DIALOG, MEASURE_TITLE, MEASURE_TABLE = "Neue Maßnahme …", "Neue Maßnahme", "Titel", "Maßnahmen"

# Menus
KEYS_DIALOG = "Tastatur"
