-- What is kept for ever: the bytes as they were got, and what was refused.
CREATE TABLE captures (
    seq         INTEGER PRIMARY KEY,   -- the order in which they came
    id          TEXT NOT NULL UNIQUE,  -- SHA-256 of the bytes before compression
    page        TEXT NOT NULL,
    format      TEXT NOT NULL,
    outlet      TEXT,                  -- what a manifest, a JSON line or a header says, with its basis
    published   TEXT,
    url         TEXT,
    charset     TEXT,
    basis       TEXT,
    captured_at TEXT,
    length      INTEGER NOT NULL,      -- bytes before compression
    bytes       BLOB NOT NULL,         -- Brotli
    seal        TEXT NOT NULL,         -- SHA-256 of the other kept columns
    stamp       TEXT                   -- the pipeline that read it; null: not read yet
) STRICT;

CREATE TABLE quarantine (
    seq     INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    code    TEXT NOT NULL,
    detail  TEXT NOT NULL,
    place   TEXT,                                              -- file, line or page
    capture INTEGER REFERENCES captures (seq) ON DELETE CASCADE, -- null: input that did not become a capture
    length  INTEGER,
    bytes   BLOB,                                              -- the refused bytes, Brotli, where they fit the bounds
    stamp   TEXT NOT NULL
) STRICT;
CREATE INDEX quarantine_capture ON quarantine (capture);
