/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds chats by the words of their titles, questions and answers: every word must be there, the last one perhaps only begun. Upper and lower
 * case and accents are the same. Thread-safe.
 */
public final class ChatSearch {

    /** Chats told at most. */
    public static final int MOST = 200;

    /** Words of a search that count; nobody types more. */
    private static final int MOST_WORDS = 12;

    /** Exchanges looked at: a chat may have many. */
    private static final int MOST_EXCHANGES = 2_000;

    private static final int EXCERPT_WORDS = 16;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Jdbi jdbi;

    ChatSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Chats whose title has it first, then those whose text has, best first; nothing for a search without words. */
    public List<Finding> find(String search) {
        String query = query(search);
        if (query.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> {
            Map<Long, Finding> found = new LinkedHashMap<>();
            for (ChatEntry chat : byTitle(handle, query)) {
                found.put(chat.id(), new Finding(chat, Optional.empty()));
            }
            for (Finding finding : byText(handle, query)) {
                found.merge(
                        finding.chat().id(),
                        finding,
                        (first, next) -> first.place().isPresent() ? first : next);
            }
            return found.values().stream().limit(MOST).toList();
        });
    }

    /** In the language of FTS5: each word in quotation marks, so that none of them is an operator. */
    private static String query(String search) {
        return BETWEEN_WORDS
                .splitAsStream(search)
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> '"' + word + "\"*")
                .collect(Collectors.joining(" "));
    }

    private static List<ChatEntry> byTitle(Handle handle, String query) {
        return handle.createQuery("""
                        SELECT chat.id, chat.title, is_pinned, folder, changed_at
                        FROM title_words JOIN chat ON chat.id = title_words.rowid
                        WHERE title_words MATCH :query AND removed_at IS NULL
                        ORDER BY changed_at DESC LIMIT :most""")
                .bind("query", query)
                .bind("most", MOST)
                .map((row, context) -> ChatTable.entry(row))
                .list();
    }

    private static List<Finding> byText(Handle handle, String query) {
        return handle.createQuery("""
                        SELECT chat.id, chat.title, is_pinned, folder, changed_at, exchange.id AS exchange,
                          snippet(exchange_words, -1, :opening, :closing, '…', :words) AS excerpt
                        FROM exchange_words
                          JOIN exchange ON exchange.id = exchange_words.rowid JOIN chat ON chat.id = exchange.chat
                        WHERE exchange_words MATCH :query AND removed_at IS NULL
                        ORDER BY exchange_words.rank LIMIT :most""")
                .bind("query", query)
                .bind("opening", Excerpt.OPENING)
                .bind("closing", Excerpt.CLOSING)
                .bind("words", EXCERPT_WORDS)
                .bind("most", MOST_EXCHANGES)
                .map((row, context) -> new Finding(
                        ChatTable.entry(row),
                        Optional.of(new Finding.Place(row.getLong("exchange"), Excerpt.of(row.getString("excerpt"))))))
                .list();
    }
}
