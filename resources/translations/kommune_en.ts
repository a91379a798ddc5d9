<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>AreaBar</name>
    <message>
        <source>Nur die Fragen dieses Handlungsfelds zeigen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackgroundWork</name>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contents</name>
    <message>
        <source>Inhalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Ansicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Antworten übernehmen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bearbeiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Beenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Datei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hilfe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neue Datei …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Neue Runde …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Runde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Seite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tastatur …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zuletzt geöffnet</source>
        <translation type="unfinished"></translation>
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
Strg+1 bis Strg+4: Seite wählen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datei öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateien der Kommune (*.kommune);;Alle Dateien (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei wird geöffnet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordner mit dem &amp;Protokoll öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;prache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So geht es ohne Maus:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tastatur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weltoffene Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weltoffene Kommune {version}

Selbstüberprüfung für Kommunen, ohne Netz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ö&amp;ffnen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ü&amp;ber das Programm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Über das Programm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewRoundDialog</name>
    <message>
        <source>&amp;Fragebogen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gewicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mindestzahl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name der Runde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Umfang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akteursgruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auswertung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hinzufügen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurzform, {questions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langform, {questions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Runde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runde anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unter der Mindestzahl bleiben die Antworten von Gruppen, in denen jede Person einzeln antwortet, verdeckt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weitere Gruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weitere Gruppe, zum Beispiel Seniorenbeirat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wer macht mit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie sie antwortet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewStoreDialog</name>
    <message>
        <source>&amp;Datei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name der Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datei anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datei der Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateien der Kommune (*.kommune)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dieser einen Datei liegen alle Runden, Bögen und Antworten Ihrer Kommune.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Datei</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zum Beispiel Stadt Musterhausen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ändern …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenQuestions</name>
    <message>
        <source>Alles beantwortet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Bogen ist vollständig. Alle Antworten sind gespeichert, Sie können ihn schließen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offene Fragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{questions} noch ohne Antwort. Ein Klick führt hin. Sie können den Bogen auch so lassen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Bögen je Gruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ergebnisse ansehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es liegen Antworten vor. Sehen Sie sich die Ergebnisse an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Füllen Sie die Bögen aus. Jede Antwort ist sofort gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legen Sie den ersten Bogen an, oder übernehmen Sie Antworten aus einer Datei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legen Sie die erste Runde an: Fragebogen wählen und festlegen, wer mitmacht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächster Schritt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runde anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu den Bögen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheets} angelegt, {begun} davon mit Antworten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Bitte berichtigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liste kopieren</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionTable</name>
    <message>
        <source>Abdeckung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einigkeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Punkte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Veränderung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answers}; ohne {groups}, deren Antworten verdeckt sind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{higher} {high}, {lower} {low}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Bemerkung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bemerkung zu Frage {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hilfe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachweis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachweis zu Frage {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>&amp;Bericht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sprache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berichte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kurzbericht fasst die Runde auf wenigen Seiten zusammen: das Wichtigste in Sätzen, das Profil der Handlungsfelder, eine Tabelle je Feld und eine Seite, die die Zahlen erklärt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert, {pages} Seiten: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kurzbericht für den Rat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Alle Fragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Handlungsfelder zeigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht erstellen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ergebnisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Für eine Punktzahl reichen die Antworten noch nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Antworten. Sobald Bögen ausgefüllt oder übernommen sind, stehen hier die Ergebnisse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdeckt, weil weniger als {k} Bögen vorliegen: {groups}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change} seit {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} von 100 Punkten – {band}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheets}, Abdeckung {coverage}, {weighting}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Akteursgruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angelegt am</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beantwortet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} von {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetsPage</name>
    <message>
        <source>Akteursgruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antworten übernehmen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bogen anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bogen {number} gelöscht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bögen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Löschen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Bögen. Wählen Sie eine Gruppe und legen Sie den ersten an, oder übernehmen Sie Antworten aus einer Datei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Neue Runde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seiten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Beispiel ansehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datei öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Datei anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine. Legen Sie eine Datei an, oder sehen Sie sich das Beispiel an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prüfen Sie gemeinsam, wie offen Ihre Kommune ist: Fragen beantworten, Sichtweisen vergleichen, Bericht drucken. Alles bleibt auf diesem Computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weltoffene Kommune</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zuletzt geöffnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>Auf dieser Seite ist für diesen Bogen nichts zu beantworten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Bogen {number} · {group} · {round}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiter: Offene Fragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiter: {topic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zur Bogenliste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answered} von {shown} beantwortet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Antworten werden geprüft und übernommen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antworten übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht gespeichert: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bericht speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berichte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bögen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Bericht wird geschrieben …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ergebnisse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runde {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabellen (*.csv);;Alle Dateien (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sheets} mit {answers} übernommen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Übersicht</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
