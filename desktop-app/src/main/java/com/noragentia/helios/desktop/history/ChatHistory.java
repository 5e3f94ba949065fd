/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import com.noragentia.helios.installation.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The chats of this computer's member, in one SQLite file that only its owner reads. What is written is on the disk when a method returns: a
 * killed program loses nothing of it. Thread-safe; every method blocks.
 */
public final class ChatHistory {

    /** The file, directly in the data folder. */
    public static final String FILE = "chats.sqlite";

    private static final String MIGRATIONS = "classpath:com/noragentia/helios/desktop/history/migrations";
    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private final Jdbi jdbi;
    private final ChatTable chats;
    private final FolderTable folders;
    private final ExchangeTable exchanges;
    private final ChatSearch search;

    private ChatHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.chats = new ChatTable(jdbi);
        this.folders = new FolderTable(jdbi);
        this.exchanges = new ExchangeTable(jdbi);
        this.search = new ChatSearch(jdbi);
    }

    /**
     * Opens the file, makes it if need be, brings it to this Helios's form, and deletes for good what was removed before.
     *
     * @throws NewerHistory if a newer Helios has changed it
     * @throws DamagedHistory if it is none, or damaged
     * @throws IOException if it cannot be made, read or written now
     */
    public static ChatHistory open(Path file) throws IOException {
        PrivateFiles.createFolder(file.toAbsolutePath().resolveSibling(""));
        PrivateFiles.createEmpty(file);
        SQLiteDataSource source = source(file);
        try {
            migrate(file, source);
            ChatHistory history = new ChatHistory(discreet(source));
            history.check(file);
            history.chats.purge();
            return history;
        } catch (NewerHistory e) {
            throw e;
        } catch (RuntimeException e) {
            throw DamagedHistory.isTold(e)
                    ? new DamagedHistory(file, e)
                    : new IOException("the chats in " + file + " cannot be used now", e);
        }
    }

    private void check(Path file) throws DamagedHistory {
        String verdict = jdbi.withHandle(handle ->
                handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one());
        if (!verdict.equals("ok")) {
            throw new DamagedHistory(file, null);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void migrate(Path file, SQLiteDataSource source) {
        Flyway flyway =
                Flyway.configure().dataSource(source).locations(MIGRATIONS).load();
        // Flyway passes over steps that it does not know.
        for (var step : flyway.info().applied()) {
            if (step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED) {
                throw new NewerHistory(file);
            }
        }
        flyway.migrate();
    }

    /** What is bound to a statement is what a member wrote, and the message of an exception ends up in a log. */
    private static Jdbi discreet(SQLiteDataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    public ChatTable chats() {
        return chats;
    }

    public FolderTable folders() {
        return folders;
    }

    public ExchangeTable exchanges() {
        return exchanges;
    }

    public ChatSearch search() {
        return search;
    }

    /** A first question and the chat that it begins. */
    public record Begun(long chat, long exchange) {}

    /**
     * Begins a chat with its first question.
     *
     * @param name under which the network knows which questions belong together
     */
    public Begun begin(String name, SavedQuestion question) {
        return jdbi.inTransaction(handle -> {
            long chat = ChatTable.insert(handle, name, ChatTitle.of(question), question.askedAt());
            long exchange = ExchangeTable.insert(handle, chat, OptionalLong.empty(), question, "", null);
            ChatTable.turnTo(handle, chat, exchange);
            return new Begun(chat, exchange);
        });
    }

    /** A chat with all its branches; empty if it is gone. */
    public Optional<SavedChat> read(long chat) {
        return jdbi.inTransaction(handle -> ChatTable.head(handle, chat).map(head -> whole(handle, head)));
    }

    private static SavedChat whole(Handle handle, ChatTable.Head head) {
        long chat = head.entry().id();
        return new SavedChat(
                chat,
                head.name(),
                head.entry().title(),
                head.draft(),
                SavedChat.branches(ExchangeTable.of(handle, chat), head.tip()));
    }

    /**
     * Adds a chat that was exported, or copies one.
     *
     * @param name a new one: two chats are not one conversation of the network's
     * @param exchanges oldest first; their ids matter only to each other
     */
    public long add(String name, String title, List<SavedExchange> exchanges, OptionalLong tip, Instant at) {
        return jdbi.inTransaction(handle -> {
            long chat = ChatTable.insert(handle, name, ChatTitle.typed(title), at);
            Map<Long, Long> ids = new HashMap<>();
            for (SavedExchange exchange : exchanges) {
                OptionalLong parent = translated(exchange.parent(), ids);
                ids.put(
                        exchange.id(),
                        ExchangeTable.insert(
                                handle,
                                chat,
                                parent,
                                exchange.question(),
                                exchange.answer(),
                                exchange.outcome().orElse(null)));
            }
            translated(tip, ids).ifPresent(last -> ChatTable.turnTo(handle, chat, last));
            return chat;
        });
    }

    private static OptionalLong translated(OptionalLong id, Map<Long, Long> ids) {
        Long found = id.isPresent() ? ids.get(id.getAsLong()) : null;
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }
}
