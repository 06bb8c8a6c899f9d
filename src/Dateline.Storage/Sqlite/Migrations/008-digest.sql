-- A hash over everything that the last fold derived: by it a client knows whether what it holds is still so.
ALTER TABLE fold ADD COLUMN digest TEXT; -- null: the fold was made before there were digests
