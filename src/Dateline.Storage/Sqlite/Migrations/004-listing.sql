-- Derived: what a list of stories shows, filters and sorts by, so that a page of it costs the same in a large collection as in a small one.
ALTER TABLE stories ADD COLUMN first_day TEXT;                        -- ISO; null: not known
ALTER TABLE stories ADD COLUMN last_day TEXT;
ALTER TABLE stories ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN outlets INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN origins INTEGER NOT NULL DEFAULT 0;    -- at least
ALTER TABLE stories ADD COLUMN changes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN latest TEXT;                           -- JSON: the newest change in words
ALTER TABLE stories ADD COLUMN days TEXT NOT NULL DEFAULT '';         -- pages per day: "2026-03-03 2,2026-03-04 5"
ALTER TABLE stories ADD COLUMN words TEXT NOT NULL DEFAULT '';        -- titles and questions, lower case
CREATE INDEX stories_last ON stories (last_day DESC, id);

CREATE TABLE story_outlets (
    story    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    outlet   TEXT NOT NULL COLLATE NOCASE,
    articles INTEGER NOT NULL,
    PRIMARY KEY (story, outlet)
) STRICT;
CREATE INDEX story_outlets_outlet ON story_outlets (outlet, story);

CREATE TABLE story_entities (
    story    INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    entity   TEXT NOT NULL COLLATE NOCASE,
    articles INTEGER NOT NULL,
    PRIMARY KEY (story, entity)
) STRICT;
CREATE INDEX story_entities_entity ON story_entities (entity, story);

UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures); -- the lists are not there yet
