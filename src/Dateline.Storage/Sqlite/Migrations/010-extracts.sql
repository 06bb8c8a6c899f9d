-- Derived: what pages show of a story, an article or a question, in rows of their own, so that a page reads what it shows and no more.
ALTER TABLE articles ADD COLUMN head INTEGER;          -- bytes of the article alone within its payload: it stands before its annotations
ALTER TABLE story_articles ADD COLUMN from_day TEXT;   -- ISO, of its publication; null: not known
ALTER TABLE story_articles ADD COLUMN to_day TEXT;
ALTER TABLE story_articles ADD COLUMN outlet TEXT COLLATE NOCASE;
ALTER TABLE tracks ADD COLUMN entries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN holders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN steps TEXT NOT NULL DEFAULT '[]'; -- JSON: the answers in order, each once until it changes, those in the middle left out
ALTER TABLE entries ADD COLUMN to_day TEXT;            -- the day by which its article was surely out
ALTER TABLE entries ADD COLUMN event_day TEXT;         -- by which the clocks sort: the middle of the interval, with the moment where it is known
ALTER TABLE entries ADD COLUMN said_day TEXT;
ALTER TABLE entries ADD COLUMN published_day TEXT;
ALTER TABLE changes ADD COLUMN story INTEGER;
ALTER TABLE changes ADD COLUMN to_day TEXT;            -- the day by which both its sides were surely out
CREATE INDEX entries_article ON entries (article);
CREATE INDEX entries_out ON entries (track, to_day, article, holder);
CREATE INDEX changes_story ON changes (story, at DESC);
CREATE INDEX copies_a ON copies (a);
CREATE INDEX copies_b ON copies (b);
CREATE INDEX placements_article ON placements (article);
CREATE INDEX moves_to ON moves (to_story);
CREATE INDEX redirects_leads ON redirects (leads);

-- The names that the statements of a story are ascribed to, and the statements by wording.
CREATE TABLE story_voices (
    story      INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    voice      INTEGER NOT NULL,
    name       TEXT NOT NULL,
    statements INTEGER NOT NULL,
    PRIMARY KEY (story, voice)
) STRICT, WITHOUT ROWID;

CREATE TABLE story_statements (
    story     INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    voice     INTEGER NOT NULL,
    wording   INTEGER NOT NULL,    -- a hash of its letters and digits
    place     INTEGER NOT NULL,    -- its number in the story, article by article
    to_day    TEXT,
    id        TEXT NOT NULL UNIQUE,
    source    TEXT,                -- who says it, across stories
    statement TEXT NOT NULL,       -- JSON
    PRIMARY KEY (story, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_statements_voice ON story_statements (story, voice, wording, place, to_day);

-- The days of which an article of the story speaks, each with the first sentence that does.
CREATE TABLE story_days (
    story     INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    day       TEXT NOT NULL,
    place     INTEGER NOT NULL,    -- the article's in the story
    to_day    TEXT,
    distance  INTEGER NOT NULL,    -- days between it and the article's publication
    late      INTEGER NOT NULL,    -- 1: the article looks back on it
    ahead     INTEGER NOT NULL,    -- 1: it lies too far ahead to be an event
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    date_start     INTEGER NOT NULL,
    date_end       INTEGER NOT NULL,
    PRIMARY KEY (story, day, place)
) STRICT, WITHOUT ROWID;

-- The days of a story by their weight, the most salient first.
CREATE TABLE story_timelines (
    story    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    day      TEXT NOT NULL,
    PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;

-- From which root the statements of an article of the story reached its outlet.
CREATE TABLE story_flows (
    story      INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    root       TEXT NOT NULL,
    through    TEXT NOT NULL,      -- empty: nobody
    outlet     TEXT NOT NULL,
    statements INTEGER NOT NULL,
    to_day     TEXT,
    PRIMARY KEY (story, place, root, through, outlet)
) STRICT, WITHOUT ROWID;

-- Who holds most answers of a story.
CREATE TABLE story_holders (
    story    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    holder   TEXT NOT NULL,
    PRIMARY KEY (story, position)
) STRICT, WITHOUT ROWID;

-- What a search filters by stands in the index as words of its own, so that a rare source narrows a frequent word. Ids of hits go by the day of the page.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(title, words, marks, content = '', tokenize = "porter unicode61 remove_diacritics 2");
CREATE INDEX hits_last ON hits (last_day, id);

UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures); -- the rows are not there yet
