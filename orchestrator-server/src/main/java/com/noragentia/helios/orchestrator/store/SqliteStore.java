/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A {@link Store} in one SQLite file: docs/decisions/0004. */
public final class SqliteStore implements Store {

    /** How long a statement waits for another process that writes. */
    static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private static final int READERS = 4;
    /** Most of what is written changes rows of a moment ago: they are not to be fetched from the file again. */
    private static final int WRITER_CACHE_KIBIBYTES = 32 * 1024;

    private static final String MIGRATIONS = "classpath:com/noragentia/helios/orchestrator/store/migration";

    private final SQLiteDataSource source;
    private final HikariDataSource readers;
    private final Jdbi reading;
    private final GroupCommitWriter writer;
    private final Checkpoints checkpoints;

    private SqliteStore(SQLiteDataSource source, HikariDataSource readers, Checkpoints checkpoints) {
        this.source = source;
        this.readers = readers;
        this.reading = discreet(readers);
        this.checkpoints = checkpoints;
        this.writer = new GroupCommitWriter(forWriting(discreet(source)), checkpoints);
    }

    /**
     * Opens the file, makes it if need be, and brings it to the newest migration.
     *
     * @throws NewerDatabase if it is beyond that already
     */
    public static SqliteStore open(Path file) {
        SQLiteDataSource source = dataSource(file);
        migrate(file, source);
        sealRows(source);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setPoolName("store-readers");
        pool.setMaximumPoolSize(READERS);
        pool.setConnectionInitSql("PRAGMA query_only = ON");
        Checkpoints checkpoints = new Checkpoints(discreet(source).open(), Checkpoints.FRAMES);
        return new SqliteStore(source, new HikariDataSource(pool), checkpoints);
    }

    private static void migrate(Path file, SQLiteDataSource source) {
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations(MIGRATIONS)
                .javaMigrations(new SealRows())
                .load();
        // Flyway passes over steps that it does not know.
        for (MigrationInfo step : flyway.info().applied()) {
            if (step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED) {
                throw new NewerDatabase(file, String.valueOf(step.getVersion()));
            }
        }
        flyway.migrate();
    }

    /** Whoever goes back to an older Helios for a while has rows without a seal, and no migration sees them. */
    private static void sealRows(SQLiteDataSource source) {
        discreet(source).useHandle(handle -> {
            try (Statements statements = new Statements(handle.getConnection())) {
                Transaction tx = new Transaction(handle, statements);
                if (Stream.of(SealedTable.values()).noneMatch(table -> table.hasUnsealed(tx))) {
                    return;
                }
            }
            handle.useTransaction(
                    one -> Stream.of(SealedTable.values()).forEach(table -> table.sealAll(one.getConnection())));
        });
    }

    /** The writer says itself where commits begin and end. Were the driver to do so, it would ask SQLite anew with every statement. */
    private static Handle forWriting(Jdbi jdbi) {
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        Handle handle = jdbi.open();
        try {
            handle.getConnection().setAutoCommit(false);
        } catch (SQLException e) {
            handle.close();
            throw new StatementFailure("no automatic commits", e);
        }
        handle.execute("COMMIT"); // what the driver has just begun
        handle.execute("PRAGMA cache_size = -" + WRITER_CACHE_KIBIBYTES);
        handle.execute("PRAGMA wal_autocheckpoint = 0"); // others see to that: Checkpoints
        return handle;
    }

    /** What is bound to a statement may be a member's words, and the message of an exception ends up in a log. */
    private static Jdbi discreet(DataSource source) {
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    private static SQLiteDataSource dataSource(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setGetGeneratedKeys(false); // nobody reads them, and they cost one more query for each row
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
        return writer.submit(work);
    }

    @Override
    public <T> T write(UnitOfWork<T> work) {
        try {
            return submit(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public <T> T read(UnitOfWork<T> work) {
        return reading.withHandle(handle -> {
            try (Statements statements = new Statements(handle.getConnection())) {
                return work.run(new Transaction(handle, statements));
            }
        });
    }

    @Override
    public int room() {
        return writer.room();
    }

    @Override
    public void scrub() {
        discreet(source).useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    @Override
    public void close() {
        writer.close();
        checkpoints.close();
        readers.close();
    }
}
