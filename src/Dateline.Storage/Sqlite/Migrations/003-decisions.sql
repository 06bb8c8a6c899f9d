-- What people decided: an append-only log, kept for ever.
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,  -- from 1, without gaps
    at     TEXT NOT NULL,
    by     TEXT NOT NULL,
    ruling TEXT NOT NULL,        -- JSON
    seal   TEXT NOT NULL         -- SHA-256 of the columns and of the seal before it: a row changed or taken away shows
) STRICT;

-- Derived: the stories that were merged into others. A story's key is its number, plus 2^32 times the decision that split it off.
CREATE TABLE redirects (
    story INTEGER PRIMARY KEY,
    leads INTEGER NOT NULL,
    stamp TEXT NOT NULL
) STRICT;
UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures); -- the redirects are not there yet
