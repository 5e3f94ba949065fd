/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code exchange}. Thread-safe. */
public final class ExchangeTable {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeTable.class);

    /** What a result, with all its sources, comes to at most: it came in one message. */
    private static final long MOST_BYTES = Limit.WORKER_MESSAGE_BYTES.intValue();

    private final Jdbi jdbi;

    ExchangeTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    record Files(List<SavedFile> files) {}

    /** A question of a chat, after {@code parent}; it is the end of what is shown from now on. */
    public long add(long chat, OptionalLong parent, SavedQuestion question) {
        return jdbi.inTransaction(handle -> {
            long exchange = insert(handle, chat, parent, question, "", null);
            ChatTable.turnTo(handle, chat, exchange);
            ChatTable.touch(handle, chat, question.askedAt());
            return exchange;
        });
    }

    static long insert(
            Handle handle,
            long chat,
            OptionalLong parent,
            SavedQuestion question,
            String answer,
            @Nullable Outcome outcome) {
        return handle.createUpdate("""
                        INSERT INTO exchange (chat, parent, asked_at, language, question, files, answer, outcome)
                        VALUES (:chat, :parent, :askedAt, :language, :question, :files, :answer, :outcome)""")
                .bind("chat", chat)
                .bind("parent", parent.isPresent() ? parent.getAsLong() : null)
                .bind("askedAt", question.askedAt().toEpochMilli())
                .bind("language", question.language().locale().getLanguage())
                .bind("question", question.text())
                .bind("files", JsonCodec.encodeToString(new Files(question.files())))
                .bind("answer", answer)
                .bind("outcome", outcome == null ? null : JsonCodec.encodeToString(outcome))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** What has come of an answer so far. */
    public void write(long exchange, String answer) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE exchange SET answer = :answer WHERE id = :exchange")
                .bind("exchange", exchange)
                .bind("answer", answer)
                .execute());
    }

    /** The end of an answer, which had come to {@code answer}. */
    public void end(long exchange, String answer, Outcome outcome, Instant at) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("UPDATE exchange SET answer = :answer, outcome = :outcome WHERE id = :exchange")
                    .bind("exchange", exchange)
                    .bind("answer", answer)
                    .bind("outcome", JsonCodec.encodeToString(outcome))
                    .execute();
            handle.createUpdate("""
                            UPDATE chat SET changed_at = max(changed_at, :at)
                            WHERE id = (SELECT chat FROM exchange WHERE id = :exchange)""")
                    .bind("exchange", exchange)
                    .bind("at", at.toEpochMilli())
                    .execute();
        });
    }

    /** Takes an exchange away, and whatever was said after it. */
    public void remove(long exchange) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM exchange WHERE id = :exchange")
                .bind("exchange", exchange)
                .execute());
    }

    static List<SavedExchange> of(Handle handle, long chat) {
        return handle.createQuery("""
                        SELECT id, parent, asked_at, language, question, files, answer, outcome FROM exchange
                        WHERE chat = :chat ORDER BY id""")
                .bind("chat", chat)
                .map((row, context) -> exchange(row))
                .list();
    }

    private static SavedExchange exchange(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Language language =
                row.getString("language").equals(Language.ES.locale().getLanguage()) ? Language.ES : Language.EN;
        return new SavedExchange(
                id,
                ChatTable.optional(row, "parent"),
                new SavedQuestion(
                        row.getString("question"),
                        read(id, row.getString("files"), Files.class)
                                .map(Files::files)
                                .orElse(List.of()),
                        language,
                        Instant.ofEpochMilli(row.getLong("asked_at"))),
                row.getString("answer"),
                Optional.ofNullable(row.getString("outcome")).flatMap(json -> read(id, json, Outcome.class)));
    }

    /** The words of an exchange are worth more than what this Helios cannot read of its facts. */
    private static <T> Optional<T> read(long id, String json, Class<T> type) {
        try {
            return Optional.of(JsonCodec.decode(json, type, MOST_BYTES));
        } catch (WireException e) {
            LOG.warn("exchange {}: no readable {}", id, type.getSimpleName());
            return Optional.empty();
        }
    }
}
