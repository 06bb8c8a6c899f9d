-- Who may read and decide where the server can be reached from other machines. Kept; no part of what is derived.
CREATE TABLE users (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    hash TEXT NOT NULL,             -- of the password, with its salt
    at   TEXT NOT NULL
) STRICT;

CREATE TABLE tokens (
    number  INTEGER PRIMARY KEY,
    owner   TEXT NOT NULL COLLATE NOCASE REFERENCES users (name) ON DELETE CASCADE,
    hash    TEXT NOT NULL UNIQUE,   -- SHA-256: the token itself is 256 random bits
    at      TEXT NOT NULL,
    revoked TEXT                    -- when; null: it holds
) STRICT;
