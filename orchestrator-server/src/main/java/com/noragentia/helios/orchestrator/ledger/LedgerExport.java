/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.store.FileAsOfNow;
import com.noragentia.helios.orchestrator.store.StatementFailure;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.SignedCheckpoint;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Writes the ledger in a database into a file that anybody can verify, as {@code /api/v1/ledger/export} gives it: all that is under the newest
 * checkpoint, as of one moment. The database is only read, and an orchestrator may use it. Stateless.
 */
public final class LedgerExport {

    /** What came of it. */
    public sealed interface Outcome {

        /** @param entries that were written */
        record Written(long entries) implements Outcome {}

        /** No checkpoint was signed with this key: no orchestrator has run there yet, or it was another's. */
        record Unsigned() implements Outcome {}
    }

    /** What the file is called with until it is whole. */
    static final String UNFINISHED = ".unfinished";

    private LedgerExport() {}

    /**
     * Writes it.
     *
     * @param key of the server
     * @param file is made, and must not be there yet; left away where nothing is written
     * @throws IOException if one of the two files cannot be used
     */
    public static Outcome write(Path database, VerifyingKey key, Path file) throws IOException {
        try (FileAsOfNow now = FileAsOfNow.open(database)) {
            Transaction tx = now.reading();
            LogTable log = new LogTable();
            Optional<SignedCheckpoint> newest =
                    log.newestCheckpoint(tx).flatMap(stored -> SignedCheckpoint.open(stored.note(), key));
            if (newest.isEmpty()) {
                return new Outcome.Unsigned();
            }
            writeWhole(
                    file,
                    out -> LedgerFile.write(
                            out, key, newest.get(), (from, end, most) -> texts(log, tx, from, end, most)));
            return new Outcome.Written(newest.get().size());
        } catch (SQLException | StatementFailure e) {
            throw new UnreadableLedger(UnreadableLedger.What.NONE, database, e);
        }
    }

    @FunctionalInterface
    private interface Body {
        void to(OutputStream out) throws IOException;
    }

    /** Beside its place at first, wherever it ends: half a ledger looks like one that was cut off. */
    private static void writeWhole(Path file, Body body) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path unfinished = Path.of(file + UNFINISHED);
        if (!Files.isDirectory(file.resolveSibling(""))) {
            throw new NoSuchFileException(file.toString());
        }
        Files.deleteIfExists(unfinished); // of an export that was killed
        try {
            try (FileChannel channel =
                    FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                body.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static List<String> texts(LogTable log, Transaction tx, long from, long end, int most) {
        return log.entries(tx, from, end, most).stream()
                .map(LogTable.Body::text)
                .toList();
    }
}
