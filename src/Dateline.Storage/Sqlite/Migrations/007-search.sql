-- Derived: what a search finds. A statement, or, where there is none, the article itself, with all that a search filters by.
CREATE TABLE hits (
    id          INTEGER PRIMARY KEY,
    article     TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    statement   TEXT,
    story       INTEGER,
    outlet      TEXT COLLATE NOCASE,
    source      TEXT COLLATE NOCASE,
    entity      TEXT COLLATE NOCASE,
    published   TEXT NOT NULL,         -- JSON
    first_day   TEXT,                  -- ISO; null: not known
    last_day    TEXT,
    point_start INTEGER,               -- where the statement's content stands, in code points of the article's text
    point_end   INTEGER
) STRICT;
CREATE INDEX hits_article ON hits (article);
CREATE INDEX hits_source ON hits (source) WHERE source IS NOT NULL;
CREATE INDEX hits_entity ON hits (entity) WHERE entity IS NOT NULL;
CREATE INDEX hits_story ON hits (story);

-- The words alone: the texts stand with statements and articles, and are marked when they are shown.
CREATE VIRTUAL TABLE search USING fts5(title, words, content = '', tokenize = "porter unicode61 remove_diacritics 2");
UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures); -- the words are not there yet
