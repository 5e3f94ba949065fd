/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code chat}. Thread-safe. */
public final class ChatTable {

    private final Jdbi jdbi;

    ChatTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A chat, without its exchanges. */
    record Head(ChatEntry entry, String name, String draft, OptionalLong tip) {}

    /** All chats that are not removed, the last changed first. */
    public List<ChatEntry> list() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT id, title, is_pinned, folder, changed_at FROM chat
                        WHERE removed_at IS NULL ORDER BY changed_at DESC, id DESC""").map((row, context) -> entry(row)).list());
    }

    static ChatEntry entry(ResultSet row) throws SQLException {
        return new ChatEntry(
                row.getLong("id"),
                row.getString("title"),
                row.getBoolean("is_pinned"),
                optional(row, "folder"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    static OptionalLong optional(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** Whether a chat is there and not removed. */
    public boolean has(long chat) {
        return jdbi.withHandle(handle -> head(handle, chat)).isPresent();
    }

    static Optional<Head> head(Handle handle, long chat) {
        return handle.createQuery("""
                        SELECT id, title, is_pinned, folder, changed_at, name, draft, tip FROM chat
                        WHERE id = :chat AND removed_at IS NULL""")
                .bind("chat", chat)
                .map((row, context) ->
                        new Head(entry(row), row.getString("name"), row.getString("draft"), optional(row, "tip")))
                .findOne();
    }

    static long insert(Handle handle, String name, String title, Instant at) {
        return handle.createUpdate("""
                        INSERT INTO chat (name, title, begun_at, changed_at) VALUES (:name, :title, :at, :at)""")
                .bind("name", name)
                .bind("title", title)
                .bind("at", at.toEpochMilli())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** The branch that ends with {@code tip} is shown from now on. */
    public void turnTo(long chat, long tip) {
        jdbi.useHandle(handle -> turnTo(handle, chat, tip));
    }

    static void turnTo(Handle handle, long chat, long tip) {
        handle.createUpdate("UPDATE chat SET tip = :tip WHERE id = :chat")
                .bind("chat", chat)
                .bind("tip", tip)
                .execute();
    }

    static void touch(Handle handle, long chat, Instant at) {
        handle.createUpdate("UPDATE chat SET changed_at = max(changed_at, :at) WHERE id = :chat")
                .bind("chat", chat)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /** Gives a chat the member's own title; one without visible characters is passed over. */
    public void rename(long chat, String title) {
        String typed = ChatTitle.typed(title);
        if (!typed.isEmpty()) {
            jdbi.useHandle(
                    handle -> handle.createUpdate("UPDATE chat SET title = :title, is_titled = 1 WHERE id = :chat")
                            .bind("chat", chat)
                            .bind("title", typed)
                            .execute());
        }
    }

    public void pin(Collection<Long> chats, boolean isPinned) {
        each("UPDATE chat SET is_pinned = :value WHERE id = :chat", chats, isPinned ? 1L : 0L);
    }

    /** @param folder none takes them out of theirs */
    public void move(Collection<Long> chats, OptionalLong folder) {
        each("UPDATE chat SET folder = :value WHERE id = :chat", chats, folder.isPresent() ? folder.getAsLong() : null);
    }

    /** Keeps what is being written; that of a chat that is gone is lost. */
    public void keepDraft(long chat, String draft) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE chat SET draft = :draft WHERE id = :chat")
                .bind("chat", chat)
                .bind("draft", draft)
                .execute());
    }

    /** Takes chats off the list; {@link #restore} brings them back until {@link #purge}. */
    public void remove(Collection<Long> chats, Instant at) {
        each("UPDATE chat SET removed_at = :value WHERE id = :chat", chats, at.toEpochMilli());
    }

    public void restore(Collection<Long> chats) {
        each("UPDATE chat SET removed_at = NULL WHERE id = :chat", chats, null);
    }

    /** Deletes for good what was removed. */
    public void purge() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM chat WHERE removed_at IS NOT NULL"));
    }

    private void each(String sql, Collection<Long> chats, @Nullable Long value) {
        if (!chats.isEmpty()) {
            jdbi.useTransaction(handle -> {
                try (PreparedBatch batch = handle.prepareBatch(sql)) {
                    for (long chat : chats) {
                        batch.bind("chat", chat).bind("value", value).add();
                    }
                    batch.execute();
                }
            });
        }
    }
}
