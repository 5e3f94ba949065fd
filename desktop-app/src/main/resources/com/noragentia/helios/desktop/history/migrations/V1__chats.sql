-- Chats on this computer. Times are milliseconds since 1970.

CREATE TABLE folder (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
) STRICT;

CREATE TABLE chat (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,                     -- under which the network knows which questions belong together
  title TEXT NOT NULL,
  is_titled INTEGER NOT NULL DEFAULT 0,   -- by the member, so that no program changes it any more
  is_pinned INTEGER NOT NULL DEFAULT 0,
  folder INTEGER REFERENCES folder (id) ON DELETE SET NULL,
  begun_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  tip INTEGER,                            -- the last exchange of the branch that is shown
  draft TEXT NOT NULL DEFAULT '',
  removed_at INTEGER                      -- until the member can't take it back any more
) STRICT;

CREATE INDEX chat_by_change ON chat (changed_at) WHERE removed_at IS NULL;

-- A tree: what was edited or answered anew is another child of the same parent.
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat INTEGER NOT NULL REFERENCES chat (id) ON DELETE CASCADE,
  parent INTEGER REFERENCES exchange (id) ON DELETE CASCADE,
  asked_at INTEGER NOT NULL,
  language TEXT NOT NULL,
  question TEXT NOT NULL,
  files TEXT NOT NULL,                    -- JSON
  answer TEXT NOT NULL DEFAULT '',
  outcome TEXT                            -- JSON; null until it has one
) STRICT;

CREATE INDEX exchange_of_chat ON exchange (chat);
CREATE INDEX exchange_below ON exchange (parent);

CREATE VIRTUAL TABLE title_words USING fts5 (
  title, content='chat', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
INSERT INTO title_words (title_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER title_added AFTER INSERT ON chat BEGIN
  INSERT INTO title_words (rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER title_removed AFTER DELETE ON chat BEGIN
  INSERT INTO title_words (title_words, rowid, title) VALUES ('delete', old.id, old.title);
END;
CREATE TRIGGER title_changed AFTER UPDATE OF title ON chat BEGIN
  INSERT INTO title_words (title_words, rowid, title) VALUES ('delete', old.id, old.title);
  INSERT INTO title_words (rowid, title) VALUES (new.id, new.title);
END;

CREATE VIRTUAL TABLE exchange_words USING fts5 (
  question, answer, content='exchange', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
INSERT INTO exchange_words (exchange_words, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER exchange_added AFTER INSERT ON exchange BEGIN
  INSERT INTO exchange_words (rowid, question, answer) VALUES (new.id, new.question, new.answer);
END;
CREATE TRIGGER exchange_removed AFTER DELETE ON exchange BEGIN
  INSERT INTO exchange_words (exchange_words, rowid, question, answer) VALUES ('delete', old.id, old.question, old.answer);
END;
CREATE TRIGGER exchange_changed AFTER UPDATE OF question, answer ON exchange BEGIN
  INSERT INTO exchange_words (exchange_words, rowid, question, answer) VALUES ('delete', old.id, old.question, old.answer);
  INSERT INTO exchange_words (rowid, question, answer) VALUES (new.id, new.question, new.answer);
END;
