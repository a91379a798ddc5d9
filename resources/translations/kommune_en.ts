<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>AgendaList</name>
    <message>
        <source>Tagesordnung</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>&amp;Entfernen</source>
        <translation>Re&amp;move</translation>
    </message>
    <message>
        <source>&amp;Fragen auswählen …</source>
        <translation>&amp;Choose questions …</translation>
    </message>
    <message>
        <source>&amp;Nach oben</source>
        <translation>&amp;Up</translation>
    </message>
    <message>
        <source>&amp;Ort</source>
        <translation>P&amp;lace</translation>
    </message>
    <message>
        <source>&amp;Teilnahme …</source>
        <translation>&amp;Participants …</translation>
    </message>
    <message>
        <source>Alle Arbeitsgruppen (PDF) …</source>
        <translation>All working groups (PDF) …</translation>
    </message>
    <message>
        <source>Alle Arbeitsgruppen (Word) …</source>
        <translation>All working groups (Word) …</translation>
    </message>
    <message>
        <source>Arbeitsb&amp;lätter</source>
        <translation>Handou&amp;ts</translation>
    </message>
    <message>
        <source>Das Programm schlägt Fragen vor: wo die Gruppen weit auseinanderliegen, wo die Punkte niedrig sind, wo sich viel verändert hat. Sie wählen aus, ordnen und geben Minuten vor.</source>
        <translation>The program proposes questions: where the groups are far apart, where the scores are low, where much has changed. You choose, put them in order and set minutes.</translation>
    </message>
    <message>
        <source>Datu&amp;m</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>Frage</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Handlungsfeld</source>
        <translation>Field of action</translation>
    </message>
    <message>
        <source>M&amp;inuten</source>
        <translation>M&amp;inutes</translation>
    </message>
    <message>
        <source>Minuten</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Nach &amp;unten</source>
        <translation>D&amp;own</translation>
    </message>
    <message>
        <source>Tagesordnung</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Warum</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>{questions} für {groups} Arbeitsgruppen, zusammen {hours}:{minutes} Stunden.</source>
        <translation>{questions} for {groups} working groups, {hours}:{minutes} hours in all.</translation>
    </message>
</context>
<context>
    <name>AnswersImport</name>
    <message>
        <source>Antworten werden geprüft und übernommen …</source>
        <translation>Checking and taking in the answers …</translation>
    </message>
    <message>
        <source>Antworten übernehmen</source>
        <translation>Take in answers</translation>
    </message>
    <message>
        <source>Die Datei wird gelesen …</source>
        <translation>Reading the file …</translation>
    </message>
    <message>
        <source>Tabellen (*.csv *.xlsx *.xlsm);;Alle Dateien (*)</source>
        <translation>Tables (*.csv *.xlsx *.xlsm);;All files (*)</translation>
    </message>
    <message>
        <source>{sheets} mit {answers} übernommen.</source>
        <translation>{sheets} with {answers} taken in.</translation>
    </message>
</context>
<context>
    <name>AreaView</name>
    <message>
        <source>Fragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Grundlage: {questions}, die alle Runden gemeinsam haben.</source>
        <translation>Based on {questions} that all rounds have in common.</translation>
    </message>
    <message>
        <source>Punkte je Gruppe</source>
        <translation>Points by group</translation>
    </message>
    <message>
        <source>Verlauf über die Runden</source>
        <translation>Over the rounds</translation>
    </message>
</context>
<context>
    <name>BackgroundWork</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>BatchesPage</name>
    <message>
        <source>Abweichungen</source>
        <translation>Discrepancies</translation>
    </message>
    <message>
        <source>Auflösen</source>
        <translation>Dissolve</translation>
    </message>
    <message>
        <source>Begonnen am</source>
        <translation>Begun on</translation>
    </message>
    <message>
        <source>Erfassen</source>
        <translation>Keying</translation>
    </message>
    <message>
        <source>Erfasst</source>
        <translation>Keyed</translation>
    </message>
    <message>
        <source>Legen Sie zurückgekommene Bögen zu einem Stapel, und erfassen Sie einen nach dem anderen. Ein Stapel kann jederzeit liegen bleiben; es geht weiter, wo Sie aufgehört haben.</source>
        <translation>Put returned sheets into a batch and key them one after the other. You can leave a batch at any time; you go on where you stopped.</translation>
    </message>
    <message>
        <source>Liste drucken …</source>
        <translation>Print list …</translation>
    </message>
    <message>
        <source>Neuer Stapel …</source>
        <translation>New batch …</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Stapel</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Stapel {number}</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>Stapel {number} aufgelöst; seine Bögen sind noch da.</source>
        <translation>Batch {number} dissolved; its sheets are still there.</translation>
    </message>
    <message>
        <source>Weiter erfassen</source>
        <translation>Go on keying</translation>
    </message>
    <message>
        <source>Zweites Mal erfassen …</source>
        <translation>Key a second time …</translation>
    </message>
    <message>
        <source>Zweites Mal erfasst</source>
        <translation>Keyed a second time</translation>
    </message>
    <message>
        <source>auf {sheets} zu klären</source>
        <translation>to be settled on {sheets}</translation>
    </message>
    <message>
        <source>keine offen</source>
        <translation>none open</translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>{sheets} zurück und noch nicht erfasst.</source>
        <translation>{sheets} returned and not keyed yet.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Ziehen Sie eine Karte in eine andere Spalte, oder drücken Sie Strg und eine Pfeiltaste.</source>
        <translation>Drag a card to another column, or press Ctrl and an arrow key.</translation>
    </message>
    <message>
        <source>{day}, überfällig</source>
        <translation>{day}, overdue</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Als Diagramm zeigen</source>
        <translation>Show as chart</translation>
    </message>
    <message>
        <source>Als PNG speichern</source>
        <translation>Save as PNG</translation>
    </message>
    <message>
        <source>Als PNG speichern …</source>
        <translation>Save as PNG …</translation>
    </message>
    <message>
        <source>Als SVG speichern</source>
        <translation>Save as SVG</translation>
    </message>
    <message>
        <source>Als SVG speichern …</source>
        <translation>Save as SVG …</translation>
    </message>
    <message>
        <source>Als Tabelle zeigen</source>
        <translation>Show as table</translation>
    </message>
    <message>
        <source>Als Tabelle zeigen, kopieren, speichern</source>
        <translation>Show as table, copy, save</translation>
    </message>
    <message>
        <source>Bild gespeichert: {path}</source>
        <translation>Picture saved: {path}</translation>
    </message>
    <message>
        <source>Bild kopieren</source>
        <translation>Copy picture</translation>
    </message>
    <message>
        <source>Bild kopiert.</source>
        <translation>Picture copied.</translation>
    </message>
    <message>
        <source>Bilder (*.png)</source>
        <translation>Pictures (*.png)</translation>
    </message>
    <message>
        <source>Bilder (*.svg)</source>
        <translation>Pictures (*.svg)</translation>
    </message>
    <message>
        <source>Diagramm</source>
        <translation>Chart</translation>
    </message>
</context>
<context>
    <name>ChooseQuestionsDialog</name>
    <message>
        <source>Ausgewählt: {questions}</source>
        <translation>Chosen: {questions}</translation>
    </message>
    <message>
        <source>Fragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Fragen für die Tagesordnung</source>
        <translation>Questions for the agenda</translation>
    </message>
    <message>
        <source>Oben stehen die Fragen, die nach den Ergebnissen am meisten auffallen.</source>
        <translation>The questions that stand out most in the results come first.</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Suchen in allen Fragen</source>
        <translation>Search in all questions</translation>
    </message>
    <message>
        <source>Vorgeschlagen</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>&amp;Antwort</source>
        <translation>&amp;Answer</translation>
    </message>
    <message>
        <source>&amp;Bedeutung</source>
        <translation>&amp;Meaning</translation>
    </message>
    <message>
        <source>&amp;Frage</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Zellen</source>
        <translation>Ce&amp;lls</translation>
    </message>
    <message>
        <source>Antwort auf eine Frage</source>
        <translation>Answer to a question</translation>
    </message>
    <message>
        <source>Antwort, die angekreuzt ist</source>
        <translation>Answer that is ticked</translation>
    </message>
    <message>
        <source>Bedeutung</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>Bedeutung der Spalte</source>
        <translation>Meaning of the column</translation>
    </message>
    <message>
        <source>Beispiel</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>Bemerkung zu einer Frage</source>
        <translation>Comment on a question</translation>
    </message>
    <message>
        <source>Bemerkung zu {question}</source>
        <translation>Comment on {question}</translation>
    </message>
    <message>
        <source>Frage der Spalte</source>
        <translation>Question of the column</translation>
    </message>
    <message>
        <source>Für alle S&amp;palten</source>
        <translation>For all c&amp;olumns</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Nummer des Bogens</source>
        <translation>Number of the sheet</translation>
    </message>
    <message>
        <source>Nummern wie gedruckt: 1, 2, 3 … (auch A1, AO01 …)</source>
        <translation>Numbers as printed: 1, 2, 3 … (also A1, AO01 …)</translation>
    </message>
    <message>
        <source>Spalte</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Spalten der Datei</source>
        <translation>Columns of the file</translation>
    </message>
    <message>
        <source>Was in den Zellen steht</source>
        <translation>What the cells hold</translation>
    </message>
    <message>
        <source>Werte: auf einer Skala 0, 1, 2 … (auch A0, A1 …)</source>
        <translation>Values: on a scale 0, 1, 2 … (also A0, A1 …)</translation>
    </message>
    <message>
        <source>bitte prüfen</source>
        <translation>please check</translation>
    </message>
    <message>
        <source>bleibt weg</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>die Antworten im Wortlaut</source>
        <translation>the answers in words</translation>
    </message>
    <message>
        <source>eine von mehreren Antworten, angekreuzt oder nicht</source>
        <translation>one of several answers, ticked or not</translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Inhalt</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation>Open questions</translation>
    </message>
</context>
<context>
    <name>DeskView</name>
    <message>
        <source>Antwort:</source>
        <translation>Answer:</translation>
    </message>
    <message>
        <source>Bemerkung:</source>
        <translation>Comment:</translation>
    </message>
    <message>
        <source>Ende des Bogens. „+“ schließt ihn ab.</source>
        <translation>End of the sheet. “+” completes it.</translation>
    </message>
    <message>
        <source>Nach einer früheren Antwort entfällt diese Frage. Steht trotzdem ein Kreuz da, tippen Sie es.</source>
        <translation>An earlier answer says to skip this question. If there is a cross all the same, key it.</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>Widerspruch: beantwortet, obwohl sie entfallen: {numbers}.</source>
        <translation>Contradiction: answered although to be skipped: {numbers}.</translation>
    </message>
    <message>
        <source>Zu Frage:</source>
        <translation>To question:</translation>
    </message>
    <message>
        <source>entfällt</source>
        <translation>skipped</translation>
    </message>
    <message>
        <source>{questions} ohne Eintrag. „+“ führt hin, F9 vermerkt sie als leer.</source>
        <translation>{questions} without an entry. “+” leads there, F9 notes them as blank.</translation>
    </message>
</context>
<context>
    <name>DifferencesView</name>
    <message>
        <source>&amp;Abweichungen</source>
        <translation>&amp;Discrepancies</translation>
    </message>
    <message>
        <source>&amp;Abweichungen ({left} offen)</source>
        <translation>&amp;Discrepancies ({left} open)</translation>
    </message>
    <message>
        <source>&amp;Fehlerquote</source>
        <translation>&amp;Error rate</translation>
    </message>
    <message>
        <source>&amp;Notiz</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Abweichungen</source>
        <translation>Discrepancies</translation>
    </message>
    <message>
        <source>Abweichungen und Fehlerquote</source>
        <translation>Discrepancies and error rate</translation>
    </message>
    <message>
        <source>Alle Abweichungen sind geklärt. Rückgängig macht die letzte wieder offen.</source>
        <translation>All discrepancies are settled. Undo reopens the last one.</translation>
    </message>
    <message>
        <source>Beide Erfassungen stimmen überein.</source>
        <translation>Both keyings agree.</translation>
    </message>
    <message>
        <source>Bogen</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Erste Erfassung</source>
        <translation>First keying</translation>
    </message>
    <message>
        <source>Erste gilt (F2): {answer}</source>
        <translation>First stands (F2): {answer}</translation>
    </message>
    <message>
        <source>Es gilt</source>
        <translation>What stands</translation>
    </message>
    <message>
        <source>Frage</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Notiz</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Sehen Sie auf dem Bogen nach, und tippen Sie, was dort steht.</source>
        <translation>Look at the sheet and key what it says.</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Zu den Stapeln</source>
        <translation>To the batches</translation>
    </message>
    <message>
        <source>Zweite Erfassung</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>Zweite gilt (F3): {answer}</source>
        <translation>Second stands (F3): {answer}</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>EarlierNote</name>
    <message>
        <source>Bemerkung damals: {said}</source>
        <translation>Comment then: {said}</translation>
    </message>
    <message>
        <source>Nachweis damals: {said}</source>
        <translation>Evidence then: {said}</translation>
    </message>
</context>
<context>
    <name>EntryRows</name>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{name} entfernen</source>
        <translation>Remove {name}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Sprache</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Zeilen</source>
        <translation>&amp;Rows</translation>
    </message>
    <message>
        <source>&amp;intern: die Antworten einzelner Bögen, mit Bemerkungen</source>
        <translation>&amp;internal: the answers of single sheets, with comments</translation>
    </message>
    <message>
        <source>CSV-Tabelle für deutsches Excel</source>
        <translation>CSV table for German Excel</translation>
    </message>
    <message>
        <source>CSV-Tabelle nach RFC 4180</source>
        <translation>CSV table as in RFC 4180</translation>
    </message>
    <message>
        <source>DDI-Codebook für Archive</source>
        <translation>DDI codebook for archives</translation>
    </message>
    <message>
        <source>Das Codebook beschreibt Fragen und Werte für ein Archiv. Antworten einzelner Bögen stehen nie darin.</source>
        <translation>The codebook describes questions and values for an archive. It never holds answers of single sheets.</translation>
    </message>
    <message>
        <source>Daten exportieren</source>
        <translation>Export data</translation>
    </message>
    <message>
        <source>Daten speichern …</source>
        <translation>Save data …</translation>
    </message>
    <message>
        <source>Die Datei enthält die Antworten einzelner Bögen, auch aus kleinen Gruppen. Sie ist nicht für die Öffentlichkeit bestimmt.</source>
        <translation>The file holds the answers of single sheets, also of small groups. It is not meant for the public.</translation>
    </message>
    <message>
        <source>Die Datei öffnet sich in SPSS, PSPP, jamovi, JASP und R. Sie enthält die Antworten einzelner Bögen und ist nicht für die Öffentlichkeit bestimmt.</source>
        <translation>The file opens in SPSS, PSPP, jamovi, JASP and R. It holds the answers of single sheets and is not meant for the public.</translation>
    </message>
    <message>
        <source>Enthalten sind die Zahlen, die auch in einem Bericht stehen dürfen. Was zum Schutz der Antwortenden verdeckt ist, bleibt verdeckt.</source>
        <translation>It holds the figures that may stand in a report too. What is hidden to protect those who answered stays hidden.</translation>
    </message>
    <message>
        <source>Excel-Arbeitsmappe</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>JSON für andere Programme</source>
        <translation>JSON for other programs</translation>
    </message>
    <message>
        <source>SPSS (SAV)</source>
        <translation>SPSS (SAV)</translation>
    </message>
    <message>
        <source>Umfang</source>
        <translation>What leaves</translation>
    </message>
    <message>
        <source>eine Zeile je Antwort</source>
        <translation>one row an answer</translation>
    </message>
    <message>
        <source>eine Zeile je Bogen</source>
        <translation>one row a sheet</translation>
    </message>
    <message>
        <source>ö&amp;ffentlich: nur Ergebnisse, keine einzelnen Bögen</source>
        <translation>&amp;public: results alone, no single sheets</translation>
    </message>
</context>
<context>
    <name>FileJobs</name>
    <message>
        <source>Antworten {round}</source>
        <translation>Answers {round}</translation>
    </message>
    <message>
        <source>Arbeitsblätter {round}</source>
        <translation>Handouts {round}</translation>
    </message>
    <message>
        <source>Bericht gespeichert: {path}</source>
        <translation>Report saved: {path}</translation>
    </message>
    <message>
        <source>Bericht speichern</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Bogen {number}</source>
        <translation>Sheet {number}</translation>
    </message>
    <message>
        <source>Bögen speichern</source>
        <translation>Save sheets</translation>
    </message>
    <message>
        <source>Bögen {round} {group}</source>
        <translation>Sheets {round} {group}</translation>
    </message>
    <message>
        <source>Das Dokument wird geschrieben …</source>
        <translation>The document is being written …</translation>
    </message>
    <message>
        <source>Daten gespeichert: {path}</source>
        <translation>Data saved: {path}</translation>
    </message>
    <message>
        <source>Daten speichern</source>
        <translation>Save data</translation>
    </message>
    <message>
        <source>Der Bericht wird geschrieben …</source>
        <translation>Writing the report …</translation>
    </message>
    <message>
        <source>Der Bogen wird geschrieben …</source>
        <translation>Writing the sheet …</translation>
    </message>
    <message>
        <source>Die Bögen werden geschrieben …</source>
        <translation>Writing the sheets …</translation>
    </message>
    <message>
        <source>Die Datei wird gelesen …</source>
        <translation>Reading the file …</translation>
    </message>
    <message>
        <source>Die Datei wird geschrieben …</source>
        <translation>Writing the file …</translation>
    </message>
    <message>
        <source>Die Daten werden geschrieben …</source>
        <translation>Writing the data …</translation>
    </message>
    <message>
        <source>Die Liste wird geschrieben …</source>
        <translation>Writing the list …</translation>
    </message>
    <message>
        <source>Die Maßnahmen werden geschrieben …</source>
        <translation>Writing the measures …</translation>
    </message>
    <message>
        <source>Dokument speichern</source>
        <translation>Save document</translation>
    </message>
    <message>
        <source>Entwurf Integrationsstrategie {round}</source>
        <translation>Draft integration strategy {round}</translation>
    </message>
    <message>
        <source>Entwurf Ratsvorlage {round}</source>
        <translation>Draft council paper {round}</translation>
    </message>
    <message>
        <source>Ergebnisse {round}</source>
        <translation>Results {round}</translation>
    </message>
    <message>
        <source>Gespeichert: {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>Liste gespeichert: {path}</source>
        <translation>List saved: {path}</translation>
    </message>
    <message>
        <source>Liste speichern</source>
        <translation>Save list</translation>
    </message>
    <message>
        <source>Maßnahmen gespeichert: {path}</source>
        <translation>Measures saved: {path}</translation>
    </message>
    <message>
        <source>Maßnahmen speichern</source>
        <translation>Save measures</translation>
    </message>
    <message>
        <source>Maßnahmen {round}</source>
        <translation>Measures {round}</translation>
    </message>
    <message>
        <source>PDF ansehen</source>
        <translation>View PDF</translation>
    </message>
    <message>
        <source>PDF speichern</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Protokoll Workshop {round}</source>
        <translation>Workshop minutes {round}</translation>
    </message>
    <message>
        <source>Vollständigkeit und Abweichungen {round}</source>
        <translation>Completeness and discrepancies {round}</translation>
    </message>
    <message>
        <source>intern</source>
        <translation>internal</translation>
    </message>
    <message>
        <source>{kind}-Dateien (*{suffix})</source>
        <translation>{kind} files (*{suffix})</translation>
    </message>
    <message>
        <source>{name} Ausgabeliste</source>
        <translation>{name} issue list</translation>
    </message>
    <message>
        <source>{pages} gespeichert: {path}</source>
        <translation>{pages} saved: {path}</translation>
    </message>
    <message>
        <source>öffentlich</source>
        <translation>public</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>&amp;Zeitplan</source>
        <translation>T&amp;imeline</translation>
    </message>
    <message>
        <source>S&amp;tand</source>
        <translation>S&amp;tatus</translation>
    </message>
    <message>
        <source>Su&amp;chen</source>
        <translation>Sear&amp;ch</translation>
    </message>
    <message>
        <source>Ta&amp;fel</source>
        <translation>Boar&amp;d</translation>
    </message>
    <message>
        <source>Tabe&amp;lle</source>
        <translation>Ta&amp;ble</translation>
    </message>
    <message>
        <source>Was &amp;wurde daraus?</source>
        <translation>&amp;What became of it?</translation>
    </message>
    <message>
        <source>Wörter aus Titel, Ziel, Stelle oder Handlungsfeld</source>
        <translation>Words of title, goal, office or field of action</translation>
    </message>
    <message>
        <source>Zu&amp;ständig</source>
        <translation>Re&amp;sponsible</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
    <message>
        <source>offene</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>GapTable</name>
    <message>
        <source>Handlungsfeld</source>
        <translation>Field of action</translation>
    </message>
    <message>
        <source>Höchste Gruppe</source>
        <translation>Highest group</translation>
    </message>
    <message>
        <source>Niedrigste Gruppe</source>
        <translation>Lowest group</translation>
    </message>
</context>
<context>
    <name>HeatView</name>
    <message>
        <source>Frag&amp;en</source>
        <translation>Que&amp;stions</translation>
    </message>
    <message>
        <source>Handlung&amp;sfelder</source>
        <translation>Fields of &amp;action</translation>
    </message>
    <message>
        <source>Handlungsfeld</source>
        <translation>Field of action</translation>
    </message>
    <message>
        <source>Punkte nach Gruppen</source>
        <translation>Points by groups</translation>
    </message>
</context>
<context>
    <name>ImportAnswersDialog</name>
    <message>
        <source>&amp;Spalten</source>
        <translation>&amp;Columns</translation>
    </message>
    <message>
        <source>&amp;Texte</source>
        <translation>&amp;Texts</translation>
    </message>
    <message>
        <source>&amp;Texte ({number} offen)</source>
        <translation>&amp;Texts ({number} open)</translation>
    </message>
    <message>
        <source>&amp;Vorschau</source>
        <translation>&amp;Preview</translation>
    </message>
    <message>
        <source>Antworten aus „{name}“</source>
        <translation>Answers from “{name}”</translation>
    </message>
    <message>
        <source>Bögen und &amp;Gruppe</source>
        <translation>Sheets and &amp;group</translation>
    </message>
    <message>
        <source>Die Datei hat eine Zeile je Antwort.</source>
        <translation>The file has one row an answer.</translation>
    </message>
    <message>
        <source>Die Datei hat eine Zeile je Bogen und {number} Spalten.</source>
        <translation>The file has one row a sheet and {number} columns.</translation>
    </message>
    <message>
        <source>Die Zuordnung der Spalten ist die vom letzten Mal.</source>
        <translation>The columns mean what they meant last time.</translation>
    </message>
    <message>
        <source>Ob die Zahlen ab 0 oder ab 1 zählen, ist den Daten nicht sicher anzusehen. Prüfen Sie das unter „Spalten“.</source>
        <translation>The data do not say for sure whether numbers count from 0 or from 1. Please check under “Columns”.</translation>
    </message>
    <message>
        <source>Tabellen&amp;blatt</source>
        <translation>&amp;Worksheet</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>KeyingFlow</name>
    <message>
        <source>Beide Erfassungen werden verglichen …</source>
        <translation>Comparing both keyings …</translation>
    </message>
    <message>
        <source>Der Bogen wird angelegt …</source>
        <translation>Adding the sheet …</translation>
    </message>
</context>
<context>
    <name>KeyingSettingsDialog</name>
    <message>
        <source>&amp;Ton bei einer Taste, die nicht gilt</source>
        <translation>&amp;Sound for a key that does not count</translation>
    </message>
    <message>
        <source>Auf den gedruckten Bögen stehen die üblichen Tasten 8, 9, Komma und Schrägstrich.</source>
        <translation>The printed sheets show the usual keys 8, 9, comma and slash.</translation>
    </message>
    <message>
        <source>Auswertungen, die sich auf einzelne Beschäftigte beziehen, unterliegen in der Regel der Mitbestimmung. Klären Sie das mit dem Personalrat, bevor Sie diese einschalten.</source>
        <translation>Statistics about individual employees are usually subject to co-determination. Clear this with the staff council before you switch them on.</translation>
    </message>
    <message>
        <source>Einstellungen zum Erfassen</source>
        <translation>Settings for keying</translation>
    </message>
    <message>
        <source>Fehlerquote nach &amp;Personen (Kürzel) zeigen</source>
        <translation>Show error rate by &amp;person (initials)</translation>
    </message>
    <message>
        <source>Ihr &amp;Kürzel</source>
        <translation>Your &amp;initials</translation>
    </message>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>nach jeder Antwort &amp;von selbst zur nächsten Frage</source>
        <translation>go on to the next question &amp;by itself after each answer</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>KeyingView</name>
    <message>
        <source>Alle vorgesehenen Bögen sind ein zweites Mal erfasst.</source>
        <translation>All the sheets that were drawn are keyed a second time.</translation>
    </message>
    <message>
        <source>Bogen {number}</source>
        <translation>Sheet {number}</translation>
    </message>
    <message>
        <source>Bogen {number} ist erfasst.</source>
        <translation>Sheet {number} is keyed.</translation>
    </message>
    <message>
        <source>Noch {left} zu ziehen: {named} …</source>
        <translation>Still to be pulled, {left}: {named} …</translation>
    </message>
    <message>
        <source>Noch {left} zu ziehen: {named}.</source>
        <translation>Still to be pulled, {left}: {named}.</translation>
    </message>
    <message>
        <source>Stapel {number}</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>Was noch fehlt, haben Sie zuerst erfasst. Das zweite Mal erfasst es jemand anderes.</source>
        <translation>What is still missing was keyed first by you. Someone else keys it the second time.</translation>
    </message>
    <message>
        <source>Zu den Stapeln</source>
        <translation>To the batches</translation>
    </message>
    <message>
        <source>Zur Bogenliste</source>
        <translation>To the list of sheets</translation>
    </message>
    <message>
        <source>Zweiterfassung</source>
        <translation>Second keying</translation>
    </message>
    <message>
        <source>{keyed} von {total} Bögen</source>
        <translation>{keyed} of {total} sheets</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Das Beispiel wird geöffnet …</source>
        <translation>Opening the example …</translation>
    </message>
    <message>
        <source>Datei öffnen</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Dateien der Kommune (*.kommune);;Alle Dateien (*)</source>
        <translation>Files of the municipality (*.kommune);;All files (*)</translation>
    </message>
    <message>
        <source>Die Datei wird angelegt …</source>
        <translation>Creating the file …</translation>
    </message>
    <message>
        <source>Die Datei wird geöffnet …</source>
        <translation>Opening the file …</translation>
    </message>
    <message>
        <source>Gespeichert {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Weltoffene Kommune</source>
        <translation>Open-minded municipality</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>&amp;Beginn</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Bezug</source>
        <translation>&amp;Links</translation>
    </message>
    <message>
        <source>&amp;Entfernen</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;Erfolg und Kosten</source>
        <translation>Su&amp;ccess and costs</translation>
    </message>
    <message>
        <source>&amp;Frage</source>
        <translation>&amp;Question</translation>
    </message>
    <message>
        <source>&amp;Fällig am</source>
        <translation>&amp;Due on</translation>
    </message>
    <message>
        <source>&amp;Grund</source>
        <translation>Rea&amp;son</translation>
    </message>
    <message>
        <source>&amp;Handlungsfeld</source>
        <translation>&amp;Field of action</translation>
    </message>
    <message>
        <source>&amp;Kennzahl</source>
        <translation>&amp;Indicator</translation>
    </message>
    <message>
        <source>&amp;Neuer Eintrag</source>
        <translation>&amp;New entry</translation>
    </message>
    <message>
        <source>&amp;Punkte aus dem Workshop</source>
        <translation>D&amp;ots from the workshop</translation>
    </message>
    <message>
        <source>&amp;Titel</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Verlauf</source>
        <translation>C&amp;ourse</translation>
    </message>
    <message>
        <source>&amp;Was</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <source>&amp;Ziel</source>
        <translation>&amp;Goal</translation>
    </message>
    <message>
        <source>&amp;Zielwert</source>
        <translation>T&amp;arget</translation>
    </message>
    <message>
        <source>Bete&amp;iligte</source>
        <translation>&amp;Partners</translation>
    </message>
    <message>
        <source>Eint&amp;ragen</source>
        <translation>Ente&amp;r</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Fragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Fragen der Maßnahme</source>
        <translation>Questions of the measure</translation>
    </message>
    <message>
        <source>Hinz&amp;ufügen</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>Kosten in E&amp;uro, geschätzt</source>
        <translation>Costs in e&amp;uros, estimated</translation>
    </message>
    <message>
        <source>Maßnahme anlegen</source>
        <translation>Add measure</translation>
    </message>
    <message>
        <source>Maßnahme bearbeiten</source>
        <translation>Edit measure</translation>
    </message>
    <message>
        <source>Neue Maßnahme</source>
        <translation>New measure</translation>
    </message>
    <message>
        <source>Sta&amp;nd</source>
        <translation>Stat&amp;us</translation>
    </message>
    <message>
        <source>Verlauf</source>
        <translation>Course</translation>
    </message>
    <message>
        <source>Was ist geschehen?</source>
        <translation>What has happened?</translation>
    </message>
    <message>
        <source>Zu&amp;ständige Stelle</source>
        <translation>&amp;Responsible office</translation>
    </message>
    <message>
        <source>keines</source>
        <translation>none</translation>
    </message>
    <message>
        <source>nicht gezählt</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>MeasureTable</name>
    <message>
        <source>Fällig</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Handlungsfeld</source>
        <translation>Field of action</translation>
    </message>
    <message>
        <source>Maßnahme</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>Punkte</source>
        <translation>Dots</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Zuständig</source>
        <translation>Responsible</translation>
    </message>
    <message>
        <source>{day}, überfällig</source>
        <translation>{day}, overdue</translation>
    </message>
</context>
<context>
    <name>MeasuresPage</name>
    <message>
        <source>, {number} überfällig</source>
        <translation>, {number} overdue</translation>
    </message>
    <message>
        <source>Aus Ergebnissen werden Maßnahmen: Was ist zu tun, wer ist zuständig, bis wann? Sie können auch in den Ergebnissen bei einer Frage oder einem Handlungsfeld eine Maßnahme anlegen.</source>
        <translation>Results become measures: what is to be done, who is responsible, until when? You can also add a measure from a question or a field of action in the results.</translation>
    </message>
    <message>
        <source>Bearbeiten …</source>
        <translation>Edit …</translation>
    </message>
    <message>
        <source>Excel …</source>
        <translation>Excel …</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Maßnahmen</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Neue Maßnahme …</source>
        <translation>New measure …</translation>
    </message>
    <message>
        <source>Neuer Name von „{office}“ in allen Maßnahmen</source>
        <translation>New name of “{office}” in all measures</translation>
    </message>
    <message>
        <source>Plan als PDF …</source>
        <translation>Plan as PDF …</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Stelle umbenennen</source>
        <translation>Rename office</translation>
    </message>
    <message>
        <source>Stelle umbenennen …</source>
        <translation>Rename office …</translation>
    </message>
    <message>
        <source>Termine …</source>
        <translation>Calendar …</translation>
    </message>
    <message>
        <source>Zeitplan</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>{measures}, davon {open} offen</source>
        <translation>{measures}, {open} of them open</translation>
    </message>
    <message>
        <source>„{title}“ gelöscht.</source>
        <translation>“{title}” deleted.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Ansicht</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Antworten übernehmen …</source>
        <translation>&amp;Take in answers …</translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;Beenden</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Bögen drucken …</source>
        <translation>&amp;Print sheets …</translation>
    </message>
    <message>
        <source>&amp;Datei</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Daten exportieren …</source>
        <translation>Export &amp;data …</translation>
    </message>
    <message>
        <source>&amp;Einstellungen zum Erfassen …</source>
        <translation>&amp;Settings for keying …</translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Neue Datei …</source>
        <translation>&amp;New file …</translation>
    </message>
    <message>
        <source>&amp;Neue Runde …</source>
        <translation>&amp;New round …</translation>
    </message>
    <message>
        <source>&amp;PDF ansehen und drucken …</source>
        <translation>&amp;View and print a PDF …</translation>
    </message>
    <message>
        <source>&amp;Runde</source>
        <translation>&amp;Round</translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Schließen</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Seite</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;Tastatur …</source>
        <translation>&amp;Keyboard …</translation>
    </message>
    <message>
        <source>&amp;Wiederholen</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Zuletzt geöffnet</source>
        <translation>&amp;Recent files</translation>
    </message>
    <message>
        <source>1 bis 9: Antwort wählen
W: weiß nicht
T: trifft nicht zu
Entf: Antwort zurücknehmen
Tab und Pfeile: zur nächsten Antwort oder Frage
Strg+Eingabe oder Alt+→: nächste Seite
Alt+←: vorige Seite
Strg+Z: letzte Änderung zurücknehmen
Strg+P: Bögen drucken
Strg+1 bis Strg+8: Seite wählen

Beim Erfassen von Papier
1 bis 7: Kästchen; 0: leer gelassen
8 weiß nicht, 9 trifft nicht zu, Komma unleserlich, / doppelt angekreuzt;
F5 bis F8 bedeuten überall dasselbe
*: Bemerkung
+: zu einer Frage, am Ende den Bogen abschließen
- oder Rückschritt: zurück
F9: alles Übrige als leer vermerken

Im Workshop
F5: Beamer ein und aus
Bild↓ und Bild↑: weiter und zurück, auch mit der Fernbedienung
B oder Punkt: Bild aus; Esc: Beamer beenden</source>
        <translation>1 to 9: choose an answer
W: don’t know
T: does not apply
Del: take the answer back
Tab and arrows: to the next answer or question
Ctrl+Enter or Alt+→: next page
Alt+←: previous page
Ctrl+Z: undo the last change
Ctrl+P: print sheets
Ctrl+1 to Ctrl+8: choose a page

Keying from paper
1 to 7: box; 0: left blank
8 don’t know, 9 does not apply, comma illegible, / marked twice;
F5 to F8 mean the same everywhere
*: comment
+: to a question, at the end complete the sheet
- or Backspace: back
F9: note all that is left as blank

In the workshop
F5: projector on and off
Page Down and Page Up: on and back, with a remote too
B or full stop: blank picture; Esc: stop the projector</translation>
    </message>
    <message>
        <source>Ordner mit dem &amp;Protokoll öffnen</source>
        <translation>Open the folder with the &amp;log</translation>
    </message>
    <message>
        <source>S&amp;prache</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>So geht es ohne Maus:</source>
        <translation>Without a mouse:</translation>
    </message>
    <message>
        <source>Tastatur</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Weltoffene Kommune {version}

Selbstüberprüfung für Kommunen, ohne Netz.</source>
        <translation>Open-minded municipality {version}

Self-assessment for municipalities, offline.</translation>
    </message>
    <message>
        <source>Ö&amp;ffnen …</source>
        <translation>&amp;Open …</translation>
    </message>
    <message>
        <source>Ü&amp;ber das Programm</source>
        <translation>&amp;About this program</translation>
    </message>
    <message>
        <source>Über das Programm</source>
        <translation>About this program</translation>
    </message>
</context>
<context>
    <name>ModerationView</name>
    <message>
        <source>&amp;Weiter</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>Der Bildschirm des Beamers ist getrennt. Verbinden Sie ihn wieder, und zeigen Sie dann neu an.</source>
        <translation>The projector’s screen is disconnected. Connect it again, then show the picture anew.</translation>
    </message>
    <message>
        <source>Z&amp;urück</source>
        <translation>Bac&amp;k</translation>
    </message>
</context>
<context>
    <name>NewBatchDialog</name>
    <message>
        <source>&amp;Anzahl der Bögen</source>
        <translation>&amp;Number of sheets</translation>
    </message>
    <message>
        <source>Haben Sie die Bögen gezählt, sagt das Programm, ob am Ende einer fehlt. Das Kürzel sorgt dafür, dass das zweite Erfassen jemand anderes übernimmt. Nach Personen ausgewertet wird nur, wenn das in den Einstellungen eingeschaltet ist.</source>
        <translation>If you have counted the sheets, the program says whether one is missing in the end. The initials make sure that someone else keys them the second time. There are no statistics by person unless they are switched on in the settings.</translation>
    </message>
    <message>
        <source>Ihr &amp;Kürzel</source>
        <translation>Your &amp;initials</translation>
    </message>
    <message>
        <source>Neuer Stapel</source>
        <translation>New batch</translation>
    </message>
    <message>
        <source>Stapel anlegen</source>
        <translation>Begin batch</translation>
    </message>
    <message>
        <source>nicht gezählt</source>
        <translation>not counted</translation>
    </message>
</context>
<context>
    <name>NewRoundDialog</name>
    <message>
        <source>&amp;Fragebogen</source>
        <translation>&amp;Questionnaire</translation>
    </message>
    <message>
        <source>&amp;Gewicht</source>
        <translation>&amp;Weight</translation>
    </message>
    <message>
        <source>&amp;Mindestzahl</source>
        <translation>&amp;Minimum</translation>
    </message>
    <message>
        <source>&amp;Name der Runde</source>
        <translation>&amp;Name of the round</translation>
    </message>
    <message>
        <source>&amp;Umfang</source>
        <translation>&amp;Length</translation>
    </message>
    <message>
        <source>Akteursgruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Auswertung</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>Gruppen und Einstellungen sind die von „{round}“. Antworten werden nicht übernommen.</source>
        <translation>Groups and settings are those of “{round}”. Answers are not carried over.</translation>
    </message>
    <message>
        <source>Hinzufügen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Kurzform, {questions}</source>
        <translation>Short form, {questions}</translation>
    </message>
    <message>
        <source>Langform, {questions}</source>
        <translation>Long form, {questions}</translation>
    </message>
    <message>
        <source>Mit „{round}“ vergleichbar: {number} von {questions}.</source>
        <translation>Comparable with “{round}”: {number} of {questions}.</translation>
    </message>
    <message>
        <source>Neue Runde</source>
        <translation>New round</translation>
    </message>
    <message>
        <source>Noch offen und auch in der neuen Runde zu sehen: {measures}.</source>
        <translation>Still open and to be seen in the new round as well: {measures}.</translation>
    </message>
    <message>
        <source>Runde anlegen</source>
        <translation>Add round</translation>
    </message>
    <message>
        <source>Unter der Mindestzahl bleiben die Antworten von Gruppen, in denen jede Person einzeln antwortet, verdeckt.</source>
        <translation>Below the minimum, the answers of groups in which each person answers alone stay hidden.</translation>
    </message>
    <message>
        <source>Was sich am Fragebogen ändert</source>
        <translation>What changes in the questionnaire</translation>
    </message>
    <message>
        <source>Weitere Gruppe</source>
        <translation>Another group</translation>
    </message>
    <message>
        <source>Weitere Gruppe, zum Beispiel Seniorenbeirat</source>
        <translation>Another group, for example senior citizens’ council</translation>
    </message>
    <message>
        <source>Wer macht mit?</source>
        <translation>Who takes part?</translation>
    </message>
    <message>
        <source>Wie sie antwortet</source>
        <translation>How it answers</translation>
    </message>
    <message>
        <source>entfällt: {question}</source>
        <translation>gone: {question}</translation>
    </message>
    <message>
        <source>geändert: {question}</source>
        <translation>changed: {question}</translation>
    </message>
    <message>
        <source>neu: {question}</source>
        <translation>new: {question}</translation>
    </message>
</context>
<context>
    <name>NewStoreDialog</name>
    <message>
        <source>&amp;Datei</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Name der Kommune</source>
        <translation>&amp;Name of the municipality</translation>
    </message>
    <message>
        <source>Datei</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Datei anlegen</source>
        <translation>Create file</translation>
    </message>
    <message>
        <source>Datei der Kommune</source>
        <translation>File of the municipality</translation>
    </message>
    <message>
        <source>Dateien der Kommune (*.kommune)</source>
        <translation>Files of the municipality (*.kommune)</translation>
    </message>
    <message>
        <source>In dieser einen Datei liegen alle Runden, Bögen und Antworten Ihrer Kommune.</source>
        <translation>This one file holds all rounds, sheets and answers of your municipality.</translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Neue Datei</source>
        <translation>New file</translation>
    </message>
    <message>
        <source>zum Beispiel Stadt Musterhausen</source>
        <translation>for example Town of Musterhausen</translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation>Change …</translation>
    </message>
</context>
<context>
    <name>NumberEntry</name>
    <message>
        <source>&amp;Nummer</source>
        <translation>&amp;Number</translation>
    </message>
    <message>
        <source>Bogen ohne Nummer …</source>
        <translation>Sheet without a number …</translation>
    </message>
    <message>
        <source>Es genügen die letzten Ziffern mit der Prüfziffer, für 26-ZG-0042-7 also 427. Ein Handscanner liest jeden QR-Code des Bogens.</source>
        <translation>The last digits with the check digit will do, for 26-ZG-0042-7 that is 427. A hand scanner reads any QR code of the sheet.</translation>
    </message>
    <message>
        <source>Nächster Bogen</source>
        <translation>Next sheet</translation>
    </message>
</context>
<context>
    <name>OpenQuestions</name>
    <message>
        <source>Alles beantwortet</source>
        <translation>Everything answered</translation>
    </message>
    <message>
        <source>Der Bogen ist vollständig. Alle Antworten sind gespeichert, Sie können ihn schließen.</source>
        <translation>The sheet is complete. All answers are saved, you can close it.</translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation>Open questions</translation>
    </message>
    <message>
        <source>{questions} noch ohne Antwort. Ein Klick führt hin. Sie können den Bogen auch so lassen.</source>
        <translation>{questions} still without an answer. A click takes you there. You can also leave the sheet as it is.</translation>
    </message>
</context>
<context>
    <name>OutcomesView</name>
    <message>
        <source>Was aus den Maßnahmen wurde</source>
        <translation>What became of the measures</translation>
    </message>
</context>
<context>
    <name>Outline</name>
    <message>
        <source>Inhalt</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Seite</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Seite {page}</source>
        <translation>Page {page}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>&amp;Netz</source>
        <translation>&amp;Net</translation>
    </message>
    <message>
        <source>Bal&amp;ken</source>
        <translation>&amp;Bars</translation>
    </message>
    <message>
        <source>Bedarfe</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>Handlungsfelder</source>
        <translation>Fields of action</translation>
    </message>
    <message>
        <source>Hier gehen die Sichtweisen auseinander</source>
        <translation>Here views differ</translation>
    </message>
    <message>
        <source>Keine Frage hat andere Punkte als damals.</source>
        <translation>No question has other points than then.</translation>
    </message>
    <message>
        <source>Stärken</source>
        <translation>Strengths</translation>
    </message>
    <message>
        <source>Verlauf über die Runden</source>
        <translation>Over the rounds</translation>
    </message>
    <message>
        <source>Veränderungen</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Veränderungen seit {round}</source>
        <translation>Changes since {round}</translation>
    </message>
    <message>
        <source>Überblick</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Der Workshop am {day} ist vorbereitet: {questions}.</source>
        <translation>The workshop on {day} is prepared: {questions}.</translation>
    </message>
    <message>
        <source>Der Workshop ist vorbereitet: {questions}.</source>
        <translation>The workshop is prepared: {questions}.</translation>
    </message>
    <message>
        <source>Drucken Sie Bögen, legen Sie einen am Bildschirm an, oder übernehmen Sie Antworten aus einer Datei.</source>
        <translation>Print sheets, add one on screen, or take in answers from a file.</translation>
    </message>
    <message>
        <source>Erfassen Sie die vorgesehenen Bögen ein zweites Mal, und klären Sie Abweichungen.</source>
        <translation>Key the sheets that were drawn a second time, and settle discrepancies.</translation>
    </message>
    <message>
        <source>Ergebnisse ansehen</source>
        <translation>See results</translation>
    </message>
    <message>
        <source>Es liegen Antworten vor. Sehen Sie sich die Ergebnisse an.</source>
        <translation>There are answers. Have a look at the results.</translation>
    </message>
    <message>
        <source>Füllen Sie die Bögen aus. Jede Antwort ist sofort gespeichert.</source>
        <translation>Fill in the sheets. Each answer is saved at once.</translation>
    </message>
    <message>
        <source>Geben Sie die Bögen aus, und vermerken Sie, was zurückkommt.</source>
        <translation>Hand out the sheets, and note what comes back.</translation>
    </message>
    <message>
        <source>Im Workshop ist festgehalten, was gebraucht wird. Legen Sie Maßnahmen dafür an.</source>
        <translation>The workshop has recorded what is needed. Add measures for it.</translation>
    </message>
    <message>
        <source>Jetzt erfassen</source>
        <translation>Key now</translation>
    </message>
    <message>
        <source>Legen Sie die erste Runde an: Fragebogen wählen und festlegen, wer mitmacht.</source>
        <translation>Add the first round: choose the questionnaire and say who takes part.</translation>
    </message>
    <message>
        <source>Noch offen: {measures}.</source>
        <translation>Still open: {measures}.</translation>
    </message>
    <message>
        <source>Nächster Schritt</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Runde anlegen</source>
        <translation>Add round</translation>
    </message>
    <message>
        <source>Rücklauf je Gruppe</source>
        <translation>Returns by group</translation>
    </message>
    <message>
        <source>Zu den Bögen</source>
        <translation>To the sheets</translation>
    </message>
    <message>
        <source>Zu den Maßnahmen</source>
        <translation>To the measures</translation>
    </message>
    <message>
        <source>Zum Erfassen</source>
        <translation>To keying</translation>
    </message>
    <message>
        <source>Zum Rücklauf</source>
        <translation>To the returns</translation>
    </message>
    <message>
        <source>Zum Workshop</source>
        <translation>Go to workshop</translation>
    </message>
    <message>
        <source>{back} von {issued} Papierbögen sind zurück.</source>
        <translation>{back} of {issued} paper sheets are back.</translation>
    </message>
    <message>
        <source>{back} von {issued} Papierbögen zurück</source>
        <translation>{back} of {issued} paper sheets returned</translation>
    </message>
    <message>
        <source>{sheets} angelegt, {begun} davon mit Antworten.</source>
        <translation>{sheets} added, {begun} of them with answers.</translation>
    </message>
    <message>
        <source>{sheets} zurück und noch nicht erfasst.</source>
        <translation>{sheets} returned and not keyed yet.</translation>
    </message>
    <message>
        <source>Überfällig: {number}.</source>
        <translation>Overdue: {number}.</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>PageLook</name>
    <message>
        <source>Diese Seite lässt sich nicht anzeigen.</source>
        <translation>This page cannot be shown.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Berichte</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Bögen</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Erfassen</source>
        <translation>Keying</translation>
    </message>
    <message>
        <source>Ergebnisse</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Maßnahme angelegt. Sie steht unter „Maßnahmen“.</source>
        <translation>Measure added. You find it under “Measures”.</translation>
    </message>
    <message>
        <source>Maßnahmen</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>Rücklauf</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Workshop</translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>PagesArea</name>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
</context>
<context>
    <name>ParticipantsDialog</name>
    <message>
        <source>&amp;Namen</source>
        <translation>&amp;Names</translation>
    </message>
    <message>
        <source>Namen sind nicht nötig. Was Sie hier eintragen, steht im Protokoll, sonst nirgends.</source>
        <translation>Names are not needed. What you enter here is in the minutes and nowhere else.</translation>
    </message>
    <message>
        <source>Wer teilnimmt</source>
        <translation>Who takes part</translation>
    </message>
    <message>
        <source>Zusammen</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>1 Zeile ohne jede Antwort bleibt weg.</source>
        <translation>1 row without any answer is left out.</translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Antworten</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Antworten des Bogens</source>
        <translation>Answers of the sheet</translation>
    </message>
    <message>
        <source>Auf dieser Seite steht kein Text.</source>
        <translation>There is no text on this page.</translation>
    </message>
    <message>
        <source>Aus dieser Datei kann nichts übernommen werden.</source>
        <translation>Nothing can be taken from this file.</translation>
    </message>
    <message>
        <source>Bogen</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>Die Datei enthält keine Antworten.</source>
        <translation>The file holds no answers.</translation>
    </message>
    <message>
        <source>Die Datei wird geprüft …</source>
        <translation>Checking the file …</translation>
    </message>
    <message>
        <source>Die ersten Bögen</source>
        <translation>The first sheets</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Es wird nichts übernommen, solange 1 Zeile zu berichtigen ist:</source>
        <translation>Nothing is taken in as long as 1 row is to be mended:</translation>
    </message>
    <message>
        <source>Es wird nichts übernommen, solange {rows} Zeilen zu berichtigen sind:</source>
        <translation>Nothing is taken in as long as {rows} rows are to be mended:</translation>
    </message>
    <message>
        <source>Frage</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Liste &amp;kopieren</source>
        <translation>Co&amp;py list</translation>
    </message>
    <message>
        <source>Noch ist nicht klar, was die Spalten bedeuten:</source>
        <translation>It is not clear yet what the columns mean:</translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Seite {page} von {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
    <message>
        <source>Spalten ohne Bedeutung ({number}): {names}</source>
        <translation>Columns without a meaning ({number}): {names}</translation>
    </message>
    <message>
        <source>Speichern unter …</source>
        <translation>Save as …</translation>
    </message>
    <message>
        <source>Text: {place}</source>
        <translation>Text: {place}</translation>
    </message>
    <message>
        <source>Was zu berichtigen ist</source>
        <translation>What is to be mended</translation>
    </message>
    <message>
        <source>Zeile</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{pages} an den Drucker gegeben: {name}</source>
        <translation>{pages} sent to the printer: {name}</translation>
    </message>
    <message>
        <source>{rows} Zeilen ohne jede Antwort bleiben weg.</source>
        <translation>{rows} rows without any answer are left out.</translation>
    </message>
    <message>
        <source>{sheets} mit {answers} lassen sich übernehmen: {groups}.</source>
        <translation>{sheets} with {answers} can be taken in: {groups}.</translation>
    </message>
</context>
<context>
    <name>PrintFormsDialog</name>
    <message>
        <source>&amp;Ausgabeliste dazu</source>
        <translation>&amp;Issue list as well</translation>
    </message>
    <message>
        <source>&amp;Ein Bogen ohne Nummer, zum Kopieren</source>
        <translation>&amp;One sheet without a number, to copy</translation>
    </message>
    <message>
        <source>&amp;Gruppe</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>&amp;Nummerierte Bögen, jeder für eine Person</source>
        <translation>&amp;Numbered sheets, one for each person</translation>
    </message>
    <message>
        <source>&amp;Rückgabe an</source>
        <translation>&amp;Return to</translation>
    </message>
    <message>
        <source>&amp;Sprache</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>An&amp;zahl</source>
        <translation>&amp;Count</translation>
    </message>
    <message>
        <source>Bilder (*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff *.webp)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff *.webp)</translation>
    </message>
    <message>
        <source>Bögen drucken</source>
        <translation>Print sheets</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Logo &amp;wählen …</source>
        <translation>Choose lo&amp;go …</translation>
    </message>
    <message>
        <source>Logo wählen</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>Nummerierte Bögen gelten mit dem Speichern als ausgegeben. Drucken Sie die PDF-Datei in Originalgröße, einseitig oder beidseitig.</source>
        <translation>Numbered sheets count as handed out once they are saved. Print the PDF at its original size, on one side or on both.</translation>
    </message>
    <message>
        <source>Rathaus Musterstadt, Integrationsbüro
Marktplatz 1, 12345 Musterstadt</source>
        <translation>Town hall Musterstadt, integration office
Marktplatz 1, 12345 Musterstadt</translation>
    </message>
    <message>
        <source>Was auf der ersten Seite steht</source>
        <translation>What the first page says</translation>
    </message>
    <message>
        <source>Zurück &amp;bis</source>
        <translation>Return &amp;by</translation>
    </message>
    <message>
        <source>keines</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>PrintJob</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Auf diesem Computer ist kein Drucker eingerichtet.</source>
        <translation>No printer is set up on this computer.</translation>
    </message>
    <message>
        <source>Es wird gedruckt …</source>
        <translation>Printing …</translation>
    </message>
    <message>
        <source>Sie können das Dokument als PDF speichern und an einem anderen Computer drucken.</source>
        <translation>You can save the document as a PDF and print it on another computer.</translation>
    </message>
    <message>
        <source>Speichern unter …</source>
        <translation>Save as …</translation>
    </message>
</context>
<context>
    <name>PrioritiesView</name>
    <message>
        <source>&amp;Gezählt durch</source>
        <translation>&amp;Counted by</translation>
    </message>
    <message>
        <source>&amp;Maßnahme anlegen …</source>
        <translation>&amp;Add measure …</translation>
    </message>
    <message>
        <source>Ein Thema hat mehr Stimmen, als Personen da sind ({people}).</source>
        <translation>One topic has more votes than there are people ({people}).</translation>
    </message>
    <message>
        <source>Fragen und Bedarfe</source>
        <translation>Questions and needs</translation>
    </message>
    <message>
        <source>Handzeichen</source>
        <translation>Show of hands</translation>
    </message>
    <message>
        <source>Klebepunkte an der Wand</source>
        <translation>Dots on the wall</translation>
    </message>
    <message>
        <source>P&amp;unkte je Person</source>
        <translation>&amp;Dots per person</translation>
    </message>
    <message>
        <source>Rangliste</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Sobald Fragen auf der Tagesordnung stehen, tragen Sie hier ein, was an der Wand geklebt wurde.</source>
        <translation>As soon as there are questions on the agenda, enter here what was stuck on the wall.</translation>
    </message>
    <message>
        <source>Weiterer Bedarf</source>
        <translation>Another need</translation>
    </message>
    <message>
        <source>Weiterer Bedarf, mit der Eingabetaste hinzufügen</source>
        <translation>Another need, add with Enter</translation>
    </message>
    <message>
        <source>{given} Punkte eingetragen, es gibt aber nur {there}. Prüfen Sie die Zahlen.</source>
        <translation>{given} dots entered, but there are only {there}. Check the numbers.</translation>
    </message>
    <message>
        <source>{given} eingetragen</source>
        <translation>{given} entered</translation>
    </message>
    <message>
        <source>{given} von {there} Punkten eingetragen</source>
        <translation>{given} of {there} dots entered</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Bitte berichtigen</source>
        <translation>Please correct</translation>
    </message>
    <message>
        <source>Liste kopieren</source>
        <translation>Copy list</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>Beamer</source>
        <translation>Projector</translation>
    </message>
</context>
<context>
    <name>ProjectorBar</name>
    <message>
        <source>&amp;Zeit zeigen</source>
        <translation>Show t&amp;ime</translation>
    </message>
    <message>
        <source>Anhal&amp;ten</source>
        <translation>Pause &amp;time</translation>
    </message>
    <message>
        <source>Antworten</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Auf</source>
        <translation>On</translation>
    </message>
    <message>
        <source>Auf dem Bea&amp;mer zeigen</source>
        <translation>Show on &amp;projector</translation>
    </message>
    <message>
        <source>B&amp;ild aus</source>
        <translation>&amp;Blank</translation>
    </message>
    <message>
        <source>Bea&amp;mer beenden</source>
        <translation>Stop &amp;projector</translation>
    </message>
    <message>
        <source>Bi&amp;ld</source>
        <translation>Pict&amp;ure</translation>
    </message>
    <message>
        <source>Bildschirm {number}</source>
        <translation>Screen {number}</translation>
    </message>
    <message>
        <source>Dun&amp;kel</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>Freigegebene Bemerkungen</source>
        <translation>Released comments</translation>
    </message>
    <message>
        <source>Gruppen</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Rangliste</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>Verbleibende Zeit: {time}</source>
        <translation>Time left: {time}</translation>
    </message>
    <message>
        <source>Zeit s&amp;tarten</source>
        <translation>S&amp;tart time</translation>
    </message>
</context>
<context>
    <name>QuestionTable</name>
    <message>
        <source>{answers}; ohne {groups}, deren Antworten verdeckt sind</source>
        <translation>{answers}; without {groups} whose answers are hidden</translation>
    </message>
    <message>
        <source>{higher} {high}, {lower} {low}</source>
        <translation>{higher} {high}, {lower} {low}</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Antworten</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Bemerkung</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Bemerkung zu Frage {number}</source>
        <translation>Comment on question {number}</translation>
    </message>
    <message>
        <source>Bemerkungen und Nachweise</source>
        <translation>Comments and evidence</translation>
    </message>
    <message>
        <source>Bemerkungen und Nachweise (nur intern)</source>
        <translation>Comments and evidence (internal)</translation>
    </message>
    <message>
        <source>Gruppen im Vergleich</source>
        <translation>Groups compared</translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Nachweis</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Nachweis zu Frage {number}</source>
        <translation>Evidence for question {number}</translation>
    </message>
    <message>
        <source>Verlauf über die Runden</source>
        <translation>Over the rounds</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>Grupp&amp;e</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>Handlung&amp;sfeld</source>
        <translation>Field of &amp;action</translation>
    </message>
    <message>
        <source>alle</source>
        <translation>all</translation>
    </message>
</context>
<context>
    <name>RecordForm</name>
    <message>
        <source>&amp;Gruppe hinzufügen</source>
        <translation>Add &amp;group</translation>
    </message>
    <message>
        <source>Abweichende Sicht</source>
        <translation>Dissenting view</translation>
    </message>
    <message>
        <source>B&amp;edarf hinzufügen</source>
        <translation>&amp;Add need</translation>
    </message>
    <message>
        <source>Bedarf</source>
        <translation>Need</translation>
    </message>
    <message>
        <source>Bedarfe</source>
        <translation>Needs</translation>
    </message>
    <message>
        <source>Begründung</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Eigene Notizen</source>
        <translation>Own notes</translation>
    </message>
    <message>
        <source>Einigung (siehe Begründung)</source>
        <translation>Agreed (see reason)</translation>
    </message>
    <message>
        <source>Ideen, eine je Zeile</source>
        <translation>Ideas, one a line</translation>
    </message>
    <message>
        <source>Neuer Bedarf</source>
        <translation>New need</translation>
    </message>
    <message>
        <source>Sie stehen in keinem Protokoll und nie auf dem Beamer.</source>
        <translation>They are in no minutes and never on the projector.</translation>
    </message>
    <message>
        <source>Was wird gebraucht? Mit der Eingabetaste hinzufügen</source>
        <translation>What is needed? Add with Enter</translation>
    </message>
    <message>
        <source>Wer sieht es anders?</source>
        <translation>Who sees it differently?</translation>
    </message>
    <message>
        <source>Worauf einigt sich die Runde?</source>
        <translation>What does the meeting agree on?</translation>
    </message>
    <message>
        <source>noch offen</source>
        <translation>still open</translation>
    </message>
</context>
<context>
    <name>ReliabilityView</name>
    <message>
        <source>Falsch ist, was beim ersten Mal anders erfasst wurde, als es nach der Klärung am Papier gilt.</source>
        <translation>Wrong is what was keyed first differently from what stands after a look at the paper.</translation>
    </message>
    <message>
        <source>Fehlerquote: {title}</source>
        <translation>Error rate: {title}</translation>
    </message>
    <message>
        <source>Frage</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Kürzel</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Noch ist kein Bogen ein zweites Mal zu Ende erfasst.</source>
        <translation>No sheet has been keyed a second time to its end yet.</translation>
    </message>
    <message>
        <source>Noch zu klären: {left}.</source>
        <translation>Still to be settled: {left}.</translation>
    </message>
    <message>
        <source>Stapel</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Stapel {number}</source>
        <translation>Batch {number}</translation>
    </message>
    <message>
        <source>abweichend</source>
        <translation>differing</translation>
    </message>
    <message>
        <source>falsch</source>
        <translation>wrong</translation>
    </message>
    <message>
        <source>falsch je 1.000</source>
        <translation>wrong per 1,000</translation>
    </message>
    <message>
        <source>geprüft</source>
        <translation>checked</translation>
    </message>
    <message>
        <source>ohne Stapel</source>
        <translation>without a batch</translation>
    </message>
    <message>
        <source>{checked} geprüft, davon {wrong} falsch erfasst: {rate} je 1.000.</source>
        <translation>{checked} checked, {wrong} of them keyed wrong: {rate} per 1,000.</translation>
    </message>
</context>
<context>
    <name>RemarkTable</name>
    <message>
        <source>Antwort</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Art</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Bemerkung</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>Gruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Nachweis</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Wortlaut</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>freigegeben</source>
        <translation>released</translation>
    </message>
    <message>
        <source>nicht freigegeben</source>
        <translation>not released</translation>
    </message>
    <message>
        <source>Öffentlich</source>
        <translation>Public</translation>
    </message>
</context>
<context>
    <name>RemarksView</name>
    <message>
        <source>Bemerkungen</source>
        <translation>Comments</translation>
    </message>
    <message>
        <source>Bemerkungen stehen nur im internen Bericht. Was Sie mit der Leertaste oder dem Kästchen freigeben, steht auch im öffentlichen. Achten Sie darauf, dass niemand daran zu erkennen ist.</source>
        <translation>Comments stand in the internal report alone. What you release with the space bar or the box stands in the public one too. Take care that nobody can be recognised by it.</translation>
    </message>
    <message>
        <source>Ganzer Wortlaut</source>
        <translation>Whole words</translation>
    </message>
    <message>
        <source>In dieser Runde hat niemand etwas in eigenen Worten geschrieben.</source>
        <translation>In this round nobody wrote anything in their own words.</translation>
    </message>
    <message>
        <source>Su&amp;chen</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>Wörter aus Frage, Gruppe oder Wortlaut</source>
        <translation>Words from question, group or comment</translation>
    </message>
    <message>
        <source>{found} von {total}</source>
        <translation>{found} of {total}</translation>
    </message>
</context>
<context>
    <name>ReportOptionsDialog</name>
    <message>
        <source>&amp;Schlusswort</source>
        <translation>C&amp;losing words</translation>
    </message>
    <message>
        <source>&amp;Vorwort</source>
        <translation>Fore&amp;word</translation>
    </message>
    <message>
        <source>&amp;Übliche Auswahl</source>
        <translation>Us&amp;ual choice</translation>
    </message>
    <message>
        <source>Abschnitte</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Deckblatt, Inhaltsverzeichnis und Erklärung der Zahlen gehören immer dazu.</source>
        <translation>Cover, contents and the explanation of figures always belong to it.</translation>
    </message>
    <message>
        <source>Eigene Texte</source>
        <translation>Own texts</translation>
    </message>
    <message>
        <source>Ein Logo wählen Sie beim Drucken der Bögen.</source>
        <translation>You choose a logo when you print sheets.</translation>
    </message>
    <message>
        <source>Inhalt des Berichts</source>
        <translation>Contents of the report</translation>
    </message>
    <message>
        <source>Mit dem &amp;Logo der Kommune</source>
        <translation>With the municipality’s l&amp;ogo</translation>
    </message>
    <message>
        <source>Nach &amp;oben</source>
        <translation>&amp;Up</translation>
    </message>
    <message>
        <source>Nach &amp;unten</source>
        <translation>&amp;Down</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Apply</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>&amp;Sprache</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Alle Fragen mit Verteilung und Gruppen, von den Bemerkungen nur die freigegebenen. Alle dürfen ihn sehen.</source>
        <translation>All questions with distribution and groups, of the comments those released. Everybody may see it.</translation>
    </message>
    <message>
        <source>Alle Fragen, dazu alle Bemerkungen, Antworten in Worten und Nachweise. Nur für den internen Gebrauch.</source>
        <translation>All questions, and all comments, answers in words and evidence. For internal use only.</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Ansehen</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Antworten und Ergebnisse für Excel, für die Statistik oder für ein Archiv. Sie wählen, ob nur das hinausgeht, was öffentlich sein darf.</source>
        <translation>Answers and results for Excel, for statistics or for an archive. You choose whether only what may be public leaves.</translation>
    </message>
    <message>
        <source>Berich&amp;t</source>
        <translation>Repor&amp;t</translation>
    </message>
    <message>
        <source>Bericht öffnen</source>
        <translation>Open report</translation>
    </message>
    <message>
        <source>Berichte</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Daten</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Daten exportieren …</source>
        <translation>Export data …</translation>
    </message>
    <message>
        <source>Entwürfe zum Weiterschreiben</source>
        <translation>Drafts to go on with</translation>
    </message>
    <message>
        <source>Ergebnisse, Einigungen und Maßnahmen als Word-Datei, mit Überschriften, Tabellen und Diagrammen. Sie lässt sich in Word und LibreOffice bearbeiten.</source>
        <translation>Results, agreements and measures as a Word file with headings, tables and charts. Edit it in Word or LibreOffice.</translation>
    </message>
    <message>
        <source>Gespeichert, {pages} Seiten: {path}</source>
        <translation>Saved, {pages} pages: {path}</translation>
    </message>
    <message>
        <source>Inhalt …</source>
        <translation>Contents …</translation>
    </message>
    <message>
        <source>Integrationsstrategie …</source>
        <translation>Integration strategy …</translation>
    </message>
    <message>
        <source>Kurzbericht für den Rat</source>
        <translation>Short report for the council</translation>
    </message>
    <message>
        <source>Ratsvorlage …</source>
        <translation>Council paper …</translation>
    </message>
    <message>
        <source>Vollständiger Bericht (intern)</source>
        <translation>Full report (internal)</translation>
    </message>
    <message>
        <source>Wenige Seiten für den Rat: das Wichtigste in Sätzen, das Profil, eine Tabelle je Handlungsfeld. Alle dürfen ihn sehen.</source>
        <translation>A few pages for the council: what matters in sentences, the profile, a table a field of action. Everybody may see it.</translation>
    </message>
    <message>
        <source>Öffentlicher Bericht</source>
        <translation>Public report</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>&amp;Fragen</source>
        <translation>&amp;Questions</translation>
    </message>
    <message>
        <source>&amp;Unterschiede</source>
        <translation>&amp;Differences</translation>
    </message>
    <message>
        <source>Ansichten der Ergebnisse</source>
        <translation>Views of the results</translation>
    </message>
    <message>
        <source>Be&amp;merkungen</source>
        <translation>Co&amp;mments</translation>
    </message>
    <message>
        <source>Bericht erstellen …</source>
        <translation>Make a report …</translation>
    </message>
    <message>
        <source>Ergebnisse</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Fragen</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Für eine Punktzahl reichen die Antworten noch nicht.</source>
        <translation>There are not yet enough answers for a score.</translation>
    </message>
    <message>
        <source>Gru&amp;ppen</source>
        <translation>Grou&amp;ps</translation>
    </message>
    <message>
        <source>Maßnahme anlegen …</source>
        <translation>Add measure …</translation>
    </message>
    <message>
        <source>Noch keine Antworten. Sobald Bögen ausgefüllt oder übernommen sind, stehen hier die Ergebnisse.</source>
        <translation>No answers yet. As soon as sheets are filled in or taken in, the results stand here.</translation>
    </message>
    <message>
        <source>Unterschiede</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Verdeckt, weil weniger als {k} Bögen vorliegen: {groups}.</source>
        <translation>Hidden, because there are fewer than {k} sheets: {groups}.</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{change} seit {round}</source>
        <translation>{change} since {round}</translation>
    </message>
    <message>
        <source>{points} von 100 Punkten – {band}</source>
        <translation>{points} of 100 points – {band}</translation>
    </message>
    <message>
        <source>{sheets}, Abdeckung {coverage}, {weighting}.</source>
        <translation>{sheets}, coverage {coverage}, {weighting}.</translation>
    </message>
    <message>
        <source>Überb&amp;lick</source>
        <translation>Overv&amp;iew</translation>
    </message>
</context>
<context>
    <name>ReturnsPage</name>
    <message>
        <source>Akteursgruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Bogen ist &amp;zurück:</source>
        <translation>Sheet is &amp;back:</translation>
    </message>
    <message>
        <source>Bögen drucken …</source>
        <translation>Print sheets …</translation>
    </message>
    <message>
        <source>Noch aus von {group}: {numbers}.</source>
        <translation>Still out of {group}: {numbers}.</translation>
    </message>
    <message>
        <source>Noch keine Papierbögen. Drucken Sie nummerierte Bögen, geben Sie sie aus, und vermerken Sie hier, was zurückkommt.</source>
        <translation>No paper sheets yet. Print numbered sheets, hand them out, and note here what comes back.</translation>
    </message>
    <message>
        <source>Rücklauf</source>
        <translation>Returns</translation>
    </message>
    <message>
        <source>Rücklauf je Gruppe</source>
        <translation>Returns by group</translation>
    </message>
    <message>
        <source>Tippen Sie die Nummer des Bogens oder nur ihre letzten Ziffern, oder lesen Sie einen seiner QR-Codes mit einem Handscanner.</source>
        <translation>Type the number of the sheet or only its last digits, or read one of its QR codes with a hand scanner.</translation>
    </message>
    <message>
        <source>Vermerken</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Zurück: {number}, {group}.</source>
        <translation>Back: {number}, {group}.</translation>
    </message>
    <message>
        <source>gedruckt</source>
        <translation>printed</translation>
    </message>
    <message>
        <source>noch aus</source>
        <translation>still out</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Nächstes</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>S&amp;uchen</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>Suche beenden</source>
        <translation>Close search</translation>
    </message>
    <message>
        <source>Voriges</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>nicht gefunden</source>
        <translation>not found</translation>
    </message>
    <message>
        <source>wird gesucht …</source>
        <translation>searching …</translation>
    </message>
    <message>
        <source>{place} von {count}</source>
        <translation>{place} of {count}</translation>
    </message>
</context>
<context>
    <name>SecondKeyingDialog</name>
    <message>
        <source>&amp;alle {total} erfassten Bögen</source>
        <translation>&amp;all {total} keyed sheets</translation>
    </message>
    <message>
        <source>Alle Bögen dieses Stapels haben Sie selbst zuerst erfasst.</source>
        <translation>You keyed all sheets of this batch first yourself.</translation>
    </message>
    <message>
        <source>Das zweite Erfassen zeigt nicht, was beim ersten Mal eingegeben wurde. Danach sehen Sie, wo beide voneinander abweichen, und klären das am Papier.</source>
        <translation>The second keying does not show what was entered the first time. Afterwards you see where both differ, and settle it against the paper.</translation>
    </message>
    <message>
        <source>Größe der Stichprobe</source>
        <translation>Size of the sample</translation>
    </message>
    <message>
        <source>Ihr &amp;Kürzel</source>
        <translation>Your &amp;initials</translation>
    </message>
    <message>
        <source>Stapel {number} ein zweites Mal erfassen</source>
        <translation>Key batch {number} a second time</translation>
    </message>
    <message>
        <source>Zweites Mal erfassen</source>
        <translation>Key a second time</translation>
    </message>
    <message>
        <source>auch Bögen, die ich &amp;zuerst erfasst habe</source>
        <translation>also sheets that I &amp;keyed first</translation>
    </message>
    <message>
        <source>eine &amp;Stichprobe, zufällig gezogen:</source>
        <translation>a &amp;sample, drawn at random:</translation>
    </message>
    <message>
        <source>von {total} Bögen</source>
        <translation>of {total} sheets</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Akteursgruppe</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>Angelegt am</source>
        <translation>Added on</translation>
    </message>
    <message>
        <source>Beantwortet</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Stand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{answered} von {total}</source>
        <translation>{answered} of {total}</translation>
    </message>
    <message>
        <source>{state} {day}</source>
        <translation>{state} {day}</translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>Antworten übernehmen …</source>
        <translation>Take in answers …</translation>
    </message>
    <message>
        <source>Bogen anlegen</source>
        <translation>Add sheet</translation>
    </message>
    <message>
        <source>Bogen {number} gelöscht.</source>
        <translation>Sheet {number} deleted.</translation>
    </message>
    <message>
        <source>Bögen</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Erneut drucken …</source>
        <translation>Print again …</translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Neuer Bogen &amp;für</source>
        <translation>New &amp;sheet for</translation>
    </message>
    <message>
        <source>Noch keine Bögen. Wählen Sie eine Gruppe und legen Sie den ersten an, oder übernehmen Sie Antworten aus einer Datei.</source>
        <translation>No sheets yet. Choose a group and add the first, or take in answers from a file.</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Vermerken</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>SheetsView</name>
    <message>
        <source>&amp;Zusatz vor der Nummer</source>
        <translation>&amp;Prefix before the number</translation>
    </message>
    <message>
        <source>Die Antwort ist noch nicht &amp;erfasst</source>
        <translation>The answer is not &amp;entered yet</translation>
    </message>
    <message>
        <source>Die Bögen bekommen die Nummer ihrer Zeile.</source>
        <translation>Sheets get the number of their row.</translation>
    </message>
    <message>
        <source>Die Frage wurde gesehen und &amp;leer gelassen</source>
        <translation>The question was seen and &amp;left blank</translation>
    </message>
    <message>
        <source>Die Gruppe steht in der Spalte „{column}“.</source>
        <translation>The group stands in the column “{column}”.</translation>
    </message>
    <message>
        <source>Die Nummer steht in der Spalte „{column}“.</source>
        <translation>The number stands in the column “{column}”.</translation>
    </message>
    <message>
        <source>Für die ganze Datei. Steht die Gruppe in einer Spalte, ordnen Sie diese zu.</source>
        <translation>For the whole file. Where the group stands in a column, choose that column.</translation>
    </message>
    <message>
        <source>Gruppe aller &amp;Bögen</source>
        <translation>Group of all &amp;sheets</translation>
    </message>
    <message>
        <source>Leere Zellen</source>
        <translation>Empty cells</translation>
    </message>
    <message>
        <source>bitte wählen</source>
        <translation>please choose</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Neue Runde</source>
        <translation>New round</translation>
    </message>
    <message>
        <source>Runde</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>Seiten</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Beispiel ansehen</source>
        <translation>See the example</translation>
    </message>
    <message>
        <source>Datei öffnen</source>
        <translation>Open file</translation>
    </message>
    <message>
        <source>Neue Datei anlegen</source>
        <translation>Create a new file</translation>
    </message>
    <message>
        <source>Noch keine. Legen Sie eine Datei an, oder sehen Sie sich das Beispiel an.</source>
        <translation>None yet. Create a file, or have a look at the example.</translation>
    </message>
    <message>
        <source>Prüfen Sie gemeinsam, wie offen Ihre Kommune ist: Fragen beantworten, Sichtweisen vergleichen, Bericht drucken. Alles bleibt auf diesem Computer.</source>
        <translation>Find out together how open your municipality is: answer questions, compare views, print the report. Everything stays on this computer.</translation>
    </message>
    <message>
        <source>Weltoffene Kommune</source>
        <translation>Open-minded municipality</translation>
    </message>
    <message>
        <source>Zuletzt geöffnet</source>
        <translation>Opened recently</translation>
    </message>
    <message>
        <source>{name} öffnen</source>
        <translation>Open {name}</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>TextsView</name>
    <message>
        <source>&amp;Bedeutung</source>
        <translation>&amp;Meaning</translation>
    </message>
    <message>
        <source>Bedeutung</source>
        <translation>Meaning</translation>
    </message>
    <message>
        <source>Bedeutung des Textes</source>
        <translation>Meaning of the text</translation>
    </message>
    <message>
        <source>Hier stehen Texte, die keiner Antwort entsprechen. „Weiß nicht“ und Ähnliches gilt dann in allen Spalten, eine Antwort nur in dieser.</source>
        <translation>Here are texts that are no answer. “Don’t know” and the like then hold in all columns, an answer in this one only.</translation>
    </message>
    <message>
        <source>Spalte</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Texte ohne Bedeutung</source>
        <translation>Texts without a meaning</translation>
    </message>
    <message>
        <source>Zellen</source>
        <translation>Cells</translation>
    </message>
    <message>
        <source>offen</source>
        <translation>open</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source> von {pages}</source>
        <translation> of {pages}</translation>
    </message>
    <message>
        <source>&amp;Größe</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message>
        <source>&amp;Seite</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>Ganze Seite</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>Größer</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Inhalt</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Kleiner</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Seitenbreite</source>
        <translation>Page width</translation>
    </message>
    <message>
        <source>Suchen</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Text zeigen</source>
        <translation>Show text</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>Auf dieser Seite ist für diesen Bogen nichts zu beantworten.</source>
        <translation>There is nothing to answer on this page for this sheet.</translation>
    </message>
</context>
<context>
    <name>ViewBar</name>
    <message>
        <source>&amp;Gewicht</source>
        <translation>&amp;Weight</translation>
    </message>
    <message>
        <source>&amp;Verglichen mit</source>
        <translation>&amp;Compared with</translation>
    </message>
    <message>
        <source>Für diese Runde ist festgelegt: {weighting}. Berichte folgen dem.</source>
        <translation>For this round it is settled: {weighting}. Reports follow that.</translation>
    </message>
    <message>
        <source>So zählt jede Gruppe gleich viel, wie viele Bögen sie auch hat.</source>
        <translation>This way each group counts the same, however many sheets it has.</translation>
    </message>
    <message>
        <source>So zählt jeder Bogen gleich viel: Große Gruppen prägen das Ergebnis.</source>
        <translation>This way each sheet counts the same: large groups shape the result.</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Frühere Antworten zeigen</source>
        <translation>Sho&amp;w earlier answers</translation>
    </message>
    <message>
        <source>Bogen {number} · {group} · {round}</source>
        <translation>Sheet {number} · {group} · {round}</translation>
    </message>
    <message>
        <source>Nächste offene Frage</source>
        <translation>Next open question</translation>
    </message>
    <message>
        <source>Weiter: Offene Fragen</source>
        <translation>Next: Open questions</translation>
    </message>
    <message>
        <source>Weiter: {topic}</source>
        <translation>Next: {topic}</translation>
    </message>
    <message>
        <source>Zur Bogenliste</source>
        <translation>To the list of sheets</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{answered} von {shown} beantwortet</source>
        <translation>{answered} of {shown} answered</translation>
    </message>
</context>
<context>
    <name>WorkshopPage</name>
    <message>
        <source>&amp;1 Vorbereiten</source>
        <translation>&amp;1 Prepare</translation>
    </message>
    <message>
        <source>&amp;2 Durchführen</source>
        <translation>&amp;2 Run</translation>
    </message>
    <message>
        <source>&amp;3 Prioritäten</source>
        <translation>&amp;3 Priorities</translation>
    </message>
    <message>
        <source>&amp;Protokoll</source>
        <translation>Minute&amp;s</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>Als Word-Datei speichern …</source>
        <translation>Save as Word file …</translation>
    </message>
    <message>
        <source>Im Workshop sprechen alle Gruppen über die Ergebnisse. Vorher braucht es ausgefüllte Bögen; dann schlägt das Programm Fragen für die Tagesordnung vor.</source>
        <translation>In the workshop all groups talk about the results. Completed sheets are needed first; then the program proposes questions for the agenda.</translation>
    </message>
    <message>
        <source>Teile des Workshops</source>
        <translation>Parts of the workshop</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Workshop</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Runde {year}</source>
        <translation>Round {year}</translation>
    </message>
</context>
<context>
    <name>_Picture</name>
    <message>
        <source>„{words}“</source>
        <translation>“{words}”</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>Im Mittel {mean}</source>
        <translation>On average {mean}</translation>
    </message>
    <message>
        <source>In {round} wurde diese Frage nicht oder anders gestellt.</source>
        <translation>In {round} this question was not asked, or asked differently.</translation>
    </message>
    <message>
        <source>{change} seit {round} ({before})</source>
        <translation>{change} since {round} ({before})</translation>
    </message>
</context>
<context>
    <name>hints</name>
    <message>
        <source>Bemerkung</source>
        <translation>comment</translation>
    </message>
    <message>
        <source>Nummern mit Komma dazwischen, dann Eingabetaste</source>
        <translation>numbers with commas between them, then Enter</translation>
    </message>
    <message>
        <source>Rest leer</source>
        <translation>rest blank</translation>
    </message>
    <message>
        <source>Text und Eingabetaste; ohne Text: leer</source>
        <translation>text and Enter; without text: blank</translation>
    </message>
    <message>
        <source>Zahl und Eingabetaste; ohne Zahl: leer</source>
        <translation>number and Enter; without a number: blank</translation>
    </message>
    <message>
        <source>mehrere möglich, dann Eingabetaste</source>
        <translation>several possible, then Enter</translation>
    </message>
    <message>
        <source>zu einer Frage</source>
        <translation>to a question</translation>
    </message>
    <message>
        <source>zurück</source>
        <translation>back</translation>
    </message>
</context>
<context>
    <name>initials</name>
    <message>
        <source>Ihr Kürzel</source>
        <translation>Your initials</translation>
    </message>
    <message>
        <source>Stapel weiter erfassen</source>
        <translation>Go on keying the batch</translation>
    </message>
</context>
<context>
    <name>scenes</name>
    <message>
        <source>Frage {place} von {all}</source>
        <translation>Question {place} of {all}</translation>
    </message>
    <message>
        <source>{round}: {before} Punkte, seitdem {change}</source>
        <translation>{round}: {before} points, {change} since</translation>
    </message>
    <message>
        <source>{shown} von {all}</source>
        <translation>{shown} of {all}</translation>
    </message>
</context>
<context>
    <name>unnumbered</name>
    <message>
        <source>Bogen ohne Nummer</source>
        <translation>Sheet without a number</translation>
    </message>
    <message>
        <source>Nummer für den Bogen</source>
        <translation>Number for the sheet</translation>
    </message>
    <message>
        <source>Schreiben Sie diese Nummer oben auf den Bogen, damit er wiederzufinden ist:

{number}</source>
        <translation>Write this number at the top of the sheet so that it can be found again:

{number}</translation>
    </message>
    <message>
        <source>Von welcher Gruppe ist er?</source>
        <translation>Which group is it from?</translation>
    </message>
</context>
</TS>
