-- The first events of a job follow from its row and from its lease: they are written when another event makes it worth a row. Several then
-- stand in one, a line each; its number is that of the last.
ALTER TABLE job ADD COLUMN position INTEGER NOT NULL DEFAULT 0; -- how many were before it when it was accepted

-- All tasks under this number have ended: a start looks no further back, which takes an index that every task would have to be entered in
-- and struck from.
CREATE TABLE task_mark (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    first INTEGER NOT NULL
);

INSERT INTO task_mark SELECT 1, COALESCE((SELECT MIN(number) FROM task WHERE is_open = 1), (SELECT MAX(number) FROM task), 0);
DROP INDEX task_open;
