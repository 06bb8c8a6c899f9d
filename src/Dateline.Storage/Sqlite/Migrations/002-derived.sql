-- What is derived and can be made again. Every row carries the pipeline that made it.
CREATE TABLE articles (
    id         TEXT PRIMARY KEY,
    capture    INTEGER NOT NULL REFERENCES captures (seq) ON DELETE CASCADE,
    position   INTEGER NOT NULL,       -- its place among the articles of its capture
    page       TEXT NOT NULL,
    title      TEXT,
    outlet     TEXT,
    own        BLOB NOT NULL,          -- article and annotations from the capture alone: JSON, Brotli
    own_length INTEGER NOT NULL,
    dated        BLOB,                 -- the same as the other pages of its story date it; null: no different
    dated_length INTEGER,
    stamp      TEXT NOT NULL,
    UNIQUE (capture, position)
) STRICT;

CREATE TABLE statements (
    id           TEXT PRIMARY KEY,
    article      TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    outlet_voice INTEGER NOT NULL,
    source       TEXT NOT NULL,
    entity       TEXT,
    span_start   INTEGER NOT NULL,     -- UTF-16 offsets into the article's text
    span_end     INTEGER NOT NULL,
    content      TEXT NOT NULL,
    stamp        TEXT NOT NULL
) STRICT;
CREATE INDEX statements_article ON statements (article, position);

CREATE TABLE stories (
    id         INTEGER PRIMARY KEY,
    position   INTEGER NOT NULL,
    title      TEXT NOT NULL,
    first_date TEXT NOT NULL,          -- JSON
    last_date  TEXT NOT NULL,
    stamp      TEXT NOT NULL
) STRICT;

CREATE TABLE story_articles (
    story    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (story, position)
) STRICT;
CREATE INDEX story_articles_article ON story_articles (article);

-- The story in which an article was put when it came; the story may have been merged since.
CREATE TABLE placements (
    position INTEGER PRIMARY KEY,
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    story    INTEGER NOT NULL,
    score    REAL NOT NULL,
    why      TEXT NOT NULL,
    stamp    TEXT NOT NULL
) STRICT;

CREATE TABLE copies (
    position INTEGER PRIMARY KEY,
    a        TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    b        TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind     TEXT NOT NULL,
    share    REAL NOT NULL,
    passages TEXT NOT NULL,            -- JSON: spans in both
    why      TEXT NOT NULL,
    stamp    TEXT NOT NULL
) STRICT;

CREATE TABLE origins (
    id       TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    reason   TEXT NOT NULL,
    stamp    TEXT NOT NULL
) STRICT;

CREATE TABLE origin_articles (
    origin   TEXT NOT NULL REFERENCES origins (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (origin, position)
) STRICT;
CREATE INDEX origin_articles_article ON origin_articles (article);

CREATE TABLE tracks (
    id       TEXT PRIMARY KEY,
    position INTEGER NOT NULL,         -- the most salient first
    story    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at_least INTEGER NOT NULL,
    at_most  INTEGER NOT NULL,
    stamp    TEXT NOT NULL
) STRICT;
CREATE INDEX tracks_story ON tracks (story, position);

CREATE TABLE entries (
    track      TEXT NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    article    TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    holder     TEXT NOT NULL,
    value      TEXT NOT NULL,
    time       TEXT NOT NULL,          -- the four clocks but the capture's: JSON dates
    said       TEXT,
    published  TEXT NOT NULL,
    statement  TEXT,
    origin     TEXT,
    stamp      TEXT NOT NULL,
    PRIMARY KEY (track, position)
) STRICT;

CREATE TABLE changes (
    track    TEXT NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    before   INTEGER NOT NULL,         -- positions of entries
    after    INTEGER NOT NULL,
    at       TEXT,
    reason   TEXT NOT NULL,
    stamp    TEXT NOT NULL,
    PRIMARY KEY (track, position)
) STRICT;

-- One row: whether the collection's stages are behind the articles, and what made them.
CREATE TABLE fold (
    only  INTEGER PRIMARY KEY CHECK (only = 1),
    due   INTEGER NOT NULL,
    stamp TEXT
) STRICT;
INSERT INTO fold (only, due, stamp) VALUES (1, 0, NULL);
