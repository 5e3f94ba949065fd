/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** One row a job, as durable as the product's rows: WAL, synchronous FULL, and whatever has queued up goes into one commit. */
final class FloorTable implements AutoCloseable {

    private static final int ROWS_PER_COMMIT = 500;
    /** As the product's writer has. */
    private static final int CACHE_KIBIBYTES = 32 * 1024;

    private record Row(String id, String body, Runnable whenDurable) {}

    private final Connection connection;
    private final BlockingQueue<Row> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    FloorTable(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setGetGeneratedKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            this.connection = source.getConnection();
            connection.createStatement().execute("CREATE TABLE job (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException("no floor without its table", e);
        }
        this.thread = Thread.ofPlatform().name("floor-writer").daemon().start(this::write);
    }

    void add(String id, String body, Runnable whenDurable) {
        queue.add(new Row(id, body, whenDurable));
    }

    private void write() {
        List<Row> batch = new ArrayList<>(ROWS_PER_COMMIT);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO job (id, body) VALUES (?, ?)")) {
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch, ROWS_PER_COMMIT - 1);
                for (Row row : batch) {
                    insert.setString(1, row.id());
                    insert.setString(2, row.body());
                    insert.executeUpdate();
                }
                connection.commit();
                batch.forEach(row -> row.whenDurable().run());
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new IllegalStateException("the floor's row was not written", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
