-- Classes, what they answered and how they were examined. Every row carries a checksum (sum) and
-- the number of its class, so that a class can be deleted as a whole. Nothing about anybody's health.
-- AUTOINCREMENT: who comes after somebody was deleted is not taken for them, in any paper or file.
CREATE TABLE class (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    made TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE student (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    class INTEGER NOT NULL,
    number TEXT NOT NULL,                 -- as the school writes it; may be empty
    name TEXT NOT NULL,
    withdrawn INTEGER NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE class_round (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    class INTEGER NOT NULL,               -- 0: without a class list
    deck TEXT NOT NULL,
    kinds TEXT NOT NULL,                  -- separated by blanks
    length INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    began TEXT NOT NULL,
    day TEXT NOT NULL,
    ended TEXT NOT NULL,                  -- empty: broken off
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE class_answer (
    id INTEGER PRIMARY KEY,
    class INTEGER NOT NULL,
    round INTEGER NOT NULL,
    number INTEGER NOT NULL,
    key TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    clicks TEXT NOT NULL,                 -- JSON: place, whether right, what it was taken for
    options TEXT NOT NULL,                -- JSON
    counts TEXT NOT NULL,                 -- JSON: hands per option
    correct TEXT NOT NULL,                -- JSON: which options are right
    confused_with TEXT NOT NULL,
    details TEXT NOT NULL,                -- JSON
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE exam (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    class INTEGER NOT NULL,
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    seed INTEGER NOT NULL,
    began TEXT NOT NULL,
    day TEXT NOT NULL,
    ended TEXT NOT NULL,                  -- empty: not closed
    details TEXT NOT NULL,                -- JSON: the paper and the rubric of that day
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE exam_attempt (
    id INTEGER PRIMARY KEY,
    class INTEGER NOT NULL,
    exam INTEGER NOT NULL,
    student INTEGER NOT NULL,
    number INTEGER NOT NULL,
    began TEXT NOT NULL,
    ended TEXT NOT NULL,
    state TEXT NOT NULL,
    share REAL,                           -- of full marks, 0 to 1
    gate TEXT NOT NULL,                   -- the safety gate that ended it
    marks TEXT NOT NULL,                  -- JSON
    sum INTEGER NOT NULL
) STRICT;

CREATE INDEX student_of_class ON student (class, id);
CREATE INDEX round_of_class ON class_round (class, id);
CREATE UNIQUE INDEX answer_of_round ON class_answer (round, number);
CREATE INDEX exam_of_class ON exam (class, id);
CREATE UNIQUE INDEX attempt_of_exam ON exam_attempt (exam, student, number);
