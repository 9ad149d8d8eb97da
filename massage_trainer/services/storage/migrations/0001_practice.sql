-- What was planned and what was done. Moments are UTC, ISO 8601. Nothing about anybody's health.
CREATE TABLE practice (
    id INTEGER PRIMARY KEY,
    lesson TEXT NOT NULL,
    company TEXT NOT NULL,
    began TEXT NOT NULL,
    ended TEXT NOT NULL,                  -- the last sign of life, also after a power cut
    finished INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE planned (
    practice INTEGER NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    step TEXT NOT NULL,
    stroke TEXT NOT NULL,                 -- empty where the hands do not work
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    point TEXT NOT NULL,
    repetition INTEGER NOT NULL,
    repetitions INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (practice, number),
    UNIQUE (practice, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE done (
    id INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    path TEXT NOT NULL,
    ending TEXT NOT NULL,
    ms INTEGER NOT NULL,
    count INTEGER NOT NULL,
    reason TEXT NOT NULL,
    taken_back INTEGER NOT NULL DEFAULT 0 -- the student undid it: it does not count
) STRICT;

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    practice INTEGER NOT NULL REFERENCES practice (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    path TEXT NOT NULL,
    ms INTEGER NOT NULL,
    detail TEXT NOT NULL
) STRICT;

CREATE INDEX done_of_practice ON done (practice);
CREATE INDEX note_of_practice ON note (practice);
