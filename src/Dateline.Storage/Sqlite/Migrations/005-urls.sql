-- Derived: the address of an article's page, so that other captures of the same page are found.
ALTER TABLE articles ADD COLUMN url TEXT;
CREATE INDEX articles_url ON articles (url, capture, position) WHERE url IS NOT NULL;
CREATE INDEX story_articles_story ON story_articles (story, article);
UPDATE fold SET due = 1 WHERE EXISTS (SELECT 1 FROM captures); -- the addresses are not there yet
