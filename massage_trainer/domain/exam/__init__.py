"""The practical exam: its papers, its rubric, the sheet of an attempt and what comes of it."""
