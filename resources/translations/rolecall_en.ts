<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- English as it is written, for the sake of its plurals: the sources say "%n row(s)". -->
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>PostingReader</name>
    <message numerus="yes">
        <source>%n character(s) were damaged by a wrong encoding and have been repaired.</source>
        <translation>
            <numerusform>%n character was damaged by a wrong encoding and has been repaired.</numerusform>
            <numerusform>%n characters were damaged by a wrong encoding and have been repaired.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApplicantImport</name>
    <message numerus="yes">
        <source>Imported %n applicant(s)</source>
        <translation>
            <numerusform>Imported %n applicant</numerusform>
            <numerusform>Imported %n applicants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added to an applicant who is there already</source>
        <translation>
            <numerusform>%n document added to an applicant who is there already</numerusform>
            <numerusform>%n documents added to an applicant who is there already</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message numerus="yes">
        <source>%n role(s) have this title</source>
        <translation>
            <numerusform>%n role has this title</numerusform>
            <numerusform>%n roles have this title</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolecall::ui::HistoryPage</name>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quality line(s)</source>
        <translation>
            <numerusform>%n quality line</numerusform>
            <numerusform>%n quality lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n application(s)</source>
        <translation>
            <numerusform>%n application</numerusform>
            <numerusform>%n applications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n placement(s) by hand</source>
        <translation>
            <numerusform>%n placement by hand</numerusform>
            <numerusform>%n placements by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation>
            <numerusform>%n role</numerusform>
            <numerusform>%n roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolecall::ui::ExplanationPanel</name>
    <message numerus="yes">
        <source>%n submitted review(s)</source>
        <translation>
            <numerusform>%n submitted review</numerusform>
            <numerusform>%n submitted reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The levels are shown once you have submitted your own review: %n review(s) by others wait.</source>
        <translation>
            <numerusform>The levels are shown once you have submitted your own review: %n review by another waits.</numerusform>
            <numerusform>The levels are shown once you have submitted your own review: %n reviews by others wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolecall::ui::ExportPanel</name>
    <message numerus="yes">
        <source>What will be written: %n row(s), %1 columns.</source>
        <translation>
            <numerusform>What will be written: %n row, %1 columns.</numerusform>
            <numerusform>What will be written: %n rows, %1 columns.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printed %n page(s) to %1</source>
        <translation>
            <numerusform>Printed %n page to %1</numerusform>
            <numerusform>Printed %n pages to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent %n page(s) to the printer.</source>
        <translation>
            <numerusform>Sent %n page to the printer.</numerusform>
            <numerusform>Sent %n pages to the printer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n row(s) to %1</source>
        <translation>
            <numerusform>Wrote %n row to %1</numerusform>
            <numerusform>Wrote %n rows to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolecall::ui::RolePage</name>
    <message numerus="yes">
        <source>%Ln applicant(s)</source>
        <translation>
            <numerusform>%Ln applicant</numerusform>
            <numerusform>%Ln applicants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSources</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail file(s)</source>
        <translation>
            <numerusform>%n mail file</numerusform>
            <numerusform>%n mail files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n address card file(s)</source>
        <translation>
            <numerusform>%n address card file</numerusform>
            <numerusform>%n address card files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message numerus="yes">
        <source>%n picture(s) within the text were left out</source>
        <translation>
            <numerusform>%n picture within the text was left out</numerusform>
            <numerusform>%n pictures within the text were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rolecall::ui::ImportPage</name>
    <message numerus="yes">
        <source>Import %n applicant(s)</source>
        <translation>
            <numerusform>Import %n applicant</numerusform>
            <numerusform>Import %n applicants</numerusform>
        </translation>
    </message>
</context>
</TS>
