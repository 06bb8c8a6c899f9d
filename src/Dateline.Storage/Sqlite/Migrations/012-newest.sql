-- The newest changes of all stories without sorting all, and those that end in an answer.
CREATE INDEX changes_newest ON changes (at DESC, story);
CREATE INDEX changes_after ON changes (track, after);
