-- Learners and what they answered. Every row carries a checksum of its other columns (sum), since
-- the checks of SQLite miss changed bytes. Days are the learner's own; moments are UTC, ISO 8601.
CREATE TABLE profile (
    id INTEGER PRIMARY KEY,               -- 1 is there without a row, as long as it has no name
    name TEXT NOT NULL,
    made TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE round (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL,
    deck TEXT NOT NULL,
    kinds TEXT NOT NULL,                  -- separated by blanks
    length INTEGER NOT NULL,
    help TEXT NOT NULL,
    tries INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    began TEXT NOT NULL,
    day TEXT NOT NULL,
    ended TEXT NOT NULL,                  -- empty: broken off
    asked INTEGER NOT NULL,
    correct INTEGER NOT NULL,             -- at the first try
    points INTEGER NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL,
    round INTEGER NOT NULL,               -- 0: its round could not be kept
    key TEXT NOT NULL,
    item TEXT NOT NULL,
    kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    form TEXT NOT NULL,
    side TEXT NOT NULL,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    grade TEXT NOT NULL,
    tries INTEGER NOT NULL,               -- 1: the first try
    is_last INTEGER NOT NULL,             -- the question was over after it
    ms INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    x REAL,                               -- the place on the rest body
    y REAL,
    z REAL,
    client TEXT NOT NULL,
    answer TEXT NOT NULL,
    distance REAL,
    across REAL NOT NULL,
    along REAL NOT NULL,
    words TEXT NOT NULL,
    taken_for TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    profile INTEGER NOT NULL,
    key TEXT NOT NULL,
    item TEXT NOT NULL,
    topic TEXT NOT NULL,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    rating TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT;

-- What the reviews have come to; can be reckoned anew from them.
CREATE TABLE card (
    profile INTEGER NOT NULL,
    key TEXT NOT NULL,
    item TEXT NOT NULL,
    topic TEXT NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,
    day TEXT NOT NULL,
    rating TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (profile, key)
) STRICT, WITHOUT ROWID;

-- Rows whose checksum was wrong, set aside.
CREATE TABLE damaged (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    profile INTEGER NOT NULL,             -- as far as it could be read
    key TEXT NOT NULL,
    content TEXT NOT NULL,                -- JSON
    found TEXT NOT NULL
) STRICT;

CREATE INDEX round_of_profile ON round (profile, id);
CREATE INDEX attempt_by_day ON attempt (profile, day, is_last, tries, grade, ms);
CREATE INDEX attempt_over ON attempt (profile, key, id, tries, grade) WHERE is_last;
CREATE INDEX attempt_taken ON attempt (profile, id) WHERE taken_for != '';
CREATE INDEX attempt_placed ON attempt (profile, id) WHERE distance IS NOT NULL;
CREATE INDEX attempt_right ON attempt (profile, item, id)
    WHERE is_last AND tries = 1 AND grade = 'hit';
CREATE INDEX review_of_key ON review (profile, key, id);
CREATE INDEX card_due ON card (profile, due);
