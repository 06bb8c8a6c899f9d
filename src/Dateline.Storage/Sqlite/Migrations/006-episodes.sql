-- The second level of a story, and how stories were regrouped by later pages. Ids as in redirects.
CREATE TABLE episodes (
    story      INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    id         INTEGER NOT NULL,       -- what people decided may share an episode between two stories
    position   INTEGER NOT NULL,
    title      TEXT NOT NULL,
    first_date TEXT NOT NULL,          -- JSON
    last_date  TEXT NOT NULL,
    stamp      TEXT NOT NULL,
    PRIMARY KEY (story, id)
) STRICT;

CREATE TABLE episode_articles (
    story    INTEGER NOT NULL,
    episode  INTEGER NOT NULL,
    position INTEGER NOT NULL,
    article  TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (story, episode, position),
    FOREIGN KEY (story, episode) REFERENCES episodes (story, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX episode_articles_article ON episode_articles (article);

CREATE TABLE moves (
    position   INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    from_story INTEGER NOT NULL,       -- after a merge this id leads to the other
    to_story   INTEGER NOT NULL,
    article    TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    why        TEXT NOT NULL,
    stamp      TEXT NOT NULL
) STRICT;
CREATE INDEX moves_from ON moves (from_story);

UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures);
