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
