-- Who asks may name the model, and an answer that a language model began can be gone on with by another worker.
ALTER TABLE job ADD COLUMN named_model TEXT;  -- id; NULL for any
ALTER TABLE task ADD COLUMN named_model TEXT;
ALTER TABLE job_event ADD COLUMN tokens TEXT; -- of a piece, ids joined by commas; lives and dies with the piece
