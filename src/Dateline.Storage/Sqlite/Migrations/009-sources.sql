-- Derived: who says something or holds an answer, and who prints it; each with what its page shows, so that it costs the same in a large collection as in a small one.
CREATE TABLE sources (
    id      TEXT PRIMARY KEY,          -- made of the name; of a description, also of the story in which it stands
    name    TEXT NOT NULL,
    summary TEXT NOT NULL,             -- JSON
    stamp   TEXT NOT NULL
) STRICT;

CREATE TABLE source_statements (
    source      TEXT NOT NULL,
    repeats     INTEGER NOT NULL,      -- 0: the first with this wording; 1: the same words once more
    day         TEXT NOT NULL,         -- ISO; empty: not known
    statement   TEXT NOT NULL,
    article     TEXT NOT NULL,
    story       INTEGER,
    wording     INTEGER NOT NULL,      -- a hash of its letters and digits
    point_start INTEGER NOT NULL,      -- code points of the article's text
    point_end   INTEGER NOT NULL,
    manner      TEXT NOT NULL,         -- JSON: how it was said
    PRIMARY KEY (source, repeats, day, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_statements_wording ON source_statements (source, wording);

CREATE TABLE outlets (
    name    TEXT PRIMARY KEY COLLATE NOCASE,
    summary TEXT NOT NULL,             -- JSON
    stamp   TEXT NOT NULL
) STRICT;

CREATE TABLE outlet_articles (
    outlet     TEXT NOT NULL COLLATE NOCASE,
    day        TEXT NOT NULL,          -- ISO; empty: not known
    article    TEXT NOT NULL,
    story      INTEGER,
    published  TEXT NOT NULL,          -- JSON
    characters INTEGER NOT NULL,       -- of the story's own words but the headline
    carried    INTEGER NOT NULL,       -- of these the ones that stand on pages of others before
    origins    TEXT NOT NULL,          -- JSON: whose words these are
    PRIMARY KEY (outlet, day, article)
) STRICT, WITHOUT ROWID;

ALTER TABLE entries ADD COLUMN source TEXT; -- null: the outlet itself, or nobody in particular
ALTER TABLE entries ADD COLUMN point_start INTEGER NOT NULL DEFAULT 0; -- code points of the article's text
ALTER TABLE entries ADD COLUMN point_end INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entries_source ON entries (source, track, position) WHERE source IS NOT NULL;
ALTER TABLE changes ADD COLUMN id TEXT;     -- made of its kind and of the words on both sides
CREATE INDEX changes_at ON changes (at);

-- Kept for ever: which changes a person has seen. What they are about may go and come again, so nothing refers to them.
CREATE TABLE seen_changes (
    by     TEXT NOT NULL,
    change TEXT NOT NULL,
    at     TEXT NOT NULL,
    PRIMARY KEY (by, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_changes_at ON seen_changes (by, at);

UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures); -- sources and outlets are not there yet
