<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n repetition(s)</source>
        <translation>
            <numerusform>%n repetition</numerusform>
            <numerusform>%n repetitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{least}–%n repetitions</source>
        <translation>
            <numerusform>{least}–%n repetition</numerusform>
            <numerusform>{least}–%n repetitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pass(es)</source>
        <translation>
            <numerusform>%n pass</numerusform>
            <numerusform>%n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{least}–%n passes</source>
        <translation>
            <numerusform>{least}–%n pass</numerusform>
            <numerusform>{least}–%n passes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{least}–%n times</source>
        <translation>
            <numerusform>{least}–%n time</numerusform>
            <numerusform>{least}–%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n first answer(s): half lie within {half}, four out of five within {most}.</source>
        <translation>
            <numerusform>%n first answer: half lie within {half}, four out of five within {most}.</numerusform>
            <numerusform>%n first answers: half lie within {half}, four out of five within {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lay over {far} away and are not drawn.</source>
        <translation>
            <numerusform>%n more lay over {far} away and is not drawn.</numerusform>
            <numerusform>%n more lay over {far} away and are not drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n question(s), {right} right at the first try</source>
        <translation>
            <numerusform>{day}: %n question, {right} right at the first try</numerusform>
            <numerusform>{day}: %n questions, {right} right at the first try</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{day}: %n due</source>
        <translation>
            <numerusform>{day}: %n due</numerusform>
            <numerusform>{day}: %n due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{asked} asked, {taken} answered: %n time(s)</source>
        <translation>
            <numerusform>{asked} asked, {taken} answered: %n time</numerusform>
            <numerusform>{asked} asked, {taken} answered: %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points}: on the average you are {way} (%n answer(s)). Aim a little the other way.</source>
        <translation>
            <numerusform>{points}: on the average you are {way} (%n answer). Aim a little the other way.</numerusform>
            <numerusform>{points}: on the average you are {way} (%n answers). Aim a little the other way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You take {taken} for {asked}: %n time(s) lately.</source>
        <translation>
            <numerusform>You take {taken} for {asked}: %n time lately.</numerusform>
            <numerusform>You take {taken} for {asked}: %n times lately.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with a mistake</source>
        <translation>
            <numerusform>%n line with a mistake</numerusform>
            <numerusform>%n lines with a mistake</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new student(s)</source>
        <translation>
            <numerusform>%n new student</numerusform>
            <numerusform>%n new students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the class already</source>
        <translation>
            <numerusform>%n in the class already</numerusform>
            <numerusform>%n in the class already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n called otherwise until now</source>
        <translation>
            <numerusform>%n called otherwise until now</numerusform>
            <numerusform>%n called otherwise until now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n damaged copy(s) could not be cleaned and were deleted as a whole.</source>
        <translation>
            <numerusform>%n damaged copy could not be cleaned and was deleted as a whole.</numerusform>
            <numerusform>%n damaged copies could not be cleaned and were deleted as a whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeckFiles</name>
    <message numerus="yes">
        <source>%n point(s) written to {path} ({size} MB).</source>
        <translation>
            <numerusform>%n point written to {path} ({size} MB).</numerusform>
            <numerusform>%n points written to {path} ({size} MB).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more mistake(s)</source>
        <translation>
            <numerusform>… and %n more mistake</numerusform>
            <numerusform>… and %n more mistakes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) are now the deck “{name}”.</source>
        <translation>
            <numerusform>%n question is now the deck “{name}”.</numerusform>
            <numerusform>%n questions are now the deck “{name}”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeleteClassDialog</name>
    <message numerus="yes">
        <source>%n student(s)</source>
        <translation>
            <numerusform>%n student</numerusform>
            <numerusform>%n students</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n round(s) of questions</source>
        <translation>
            <numerusform>%n round of questions</numerusform>
            <numerusform>%n rounds of questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exam(s)</source>
        <translation>
            <numerusform>%n exam</numerusform>
            <numerusform>%n exams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) with all marks and remarks</source>
        <translation>
            <numerusform>%n attempt with all marks and remarks</numerusform>
            <numerusform>%n attempts with all marks and remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueLine</name>
    <message numerus="yes">
        <source>%n question(s) due today</source>
        <translation>
            <numerusform>%n question due today</numerusform>
            <numerusform>%n questions due today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message numerus="yes">
        <source>%n gates</source>
        <translation>
            <numerusform>%n gate</numerusform>
            <numerusform>%n gates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message numerus="yes">
        <source>%n mistake(s) in lesson files. The other lessons work.</source>
        <translation>
            <numerusform>%n mistake in a lesson file. The other lessons work.</numerusform>
            <numerusform>%n mistakes in lesson files. The other lessons work.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message numerus="yes">
        <source>Source: %n correction(s)</source>
        <translation>
            <numerusform>Source: %n correction</numerusform>
            <numerusform>Source: %n corrections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LessonCardView</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperSheet</name>
    <message numerus="yes">
        <source>%n page(s) written to {path} ({size} MB).</source>
        <translation>
            <numerusform>%n page written to {path} ({size} MB).</numerusform>
            <numerusform>%n pages written to {path} ({size} MB).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n page(s) of A4 on which printer?</source>
        <translation>
            <numerusform>Print %n page of A4 on which printer?</numerusform>
            <numerusform>Print %n pages of A4 on which printer?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnerButton</name>
    <message numerus="yes">
        <source>%n thing(s) to keep in mind</source>
        <translation>
            <numerusform>%n thing to keep in mind</numerusform>
            <numerusform>%n things to keep in mind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointFinder</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{points}, and %n known by name alone</source>
        <translation>
            <numerusform>{points}, and %n known by name alone</numerusform>
            <numerusform>{points}, and %n known by name alone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n × “stop, it hurts”</source>
        <translation>
            <numerusform>%n × “stop, it hurts”</numerusform>
            <numerusform>%n × “stop, it hurts”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message numerus="yes">
        <source>%n due today: practise</source>
        <translation>
            <numerusform>%n due today: practise</numerusform>
            <numerusform>%n due today: practise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionPane</name>
    <message numerus="yes">
        <source>Counted: %n answer(s)</source>
        <translation>
            <numerusform>Counted: %n answer</numerusform>
            <numerusform>Counted: %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordingFile</name>
    <message numerus="yes">
        <source>Saved, with %n recording(s) in both languages: {path}</source>
        <translation>
            <numerusform>Saved, with %n recording in both languages: {path}</numerusform>
            <numerusform>Saved, with %n recordings in both languages: {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of this file have a recording of your own already. Which is kept?</source>
        <translation>
            <numerusform>%n line of this file has a recording of your own already. Which is kept?</numerusform>
            <numerusform>%n lines of this file have a recording of your own already. Which is kept?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Loaded, with %n recording(s): {path}</source>
        <translation>
            <numerusform>Loaded, with %n recording: {path}</numerusform>
            <numerusform>Loaded, with %n recordings: {path}</numerusform>
        </translation>
    </message>
</context>
</TS>
