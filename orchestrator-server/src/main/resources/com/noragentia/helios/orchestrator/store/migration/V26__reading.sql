-- Tokens that a language model reads of a task's documents, should one answer it: models that quote do without.
ALTER TABLE task ADD COLUMN measured_reading INTEGER NOT NULL DEFAULT 0;
