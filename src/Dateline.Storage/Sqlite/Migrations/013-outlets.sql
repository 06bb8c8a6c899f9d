-- Derived: the changes of an outlet in the order of the list, so that they cost as much as the outlet has, and not as much as there are.
CREATE TABLE change_outlets (
    outlet   TEXT NOT NULL COLLATE NOCASE, -- that of either side, once where it is that of both
    at       TEXT,
    story    INTEGER,
    track    TEXT NOT NULL REFERENCES tracks (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    own      INTEGER NOT NULL              -- 1: both sides are said in its own voice
) STRICT;
CREATE INDEX change_outlets_newest ON change_outlets (outlet, at DESC, story);
CREATE INDEX change_outlets_track ON change_outlets (track);
WITH printed AS (
    SELECT ba.outlet AS before, ea.outlet AS after, c.at, c.story, c.track, c.position, b.holder = 'outlet' AND e.holder = 'outlet' AS voice
    FROM changes c JOIN entries b ON b.track = c.track AND b.position = c.before JOIN articles ba ON ba.id = b.article JOIN entries e ON e.track = c.track AND e.position = c.after JOIN articles ea ON ea.id = e.article)
INSERT INTO change_outlets (outlet, at, story, track, position, own)
SELECT before, at, story, track, position, voice AND after IS NOT NULL AND before = after COLLATE NOCASE FROM printed WHERE before IS NOT NULL
UNION ALL SELECT after, at, story, track, position, 0 FROM printed WHERE after IS NOT NULL AND (before IS NULL OR before <> after COLLATE NOCASE);

-- Of the hits whose day is known as an interval alone those that lie across the last day of a search.
CREATE INDEX hits_across ON hits (first_day, last_day) WHERE first_day < last_day;

-- The newest changes of one kind.
CREATE INDEX changes_kind ON changes (kind, at DESC, story);
