"""Decks taken along into other programs: Anki, QTI, Moodle, tables."""
