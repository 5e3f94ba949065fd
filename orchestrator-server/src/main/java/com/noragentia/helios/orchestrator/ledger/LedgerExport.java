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
import java.nio.file.Files;
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
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
            try (OutputStream buffered = new BufferedOutputStream(out)) {
                LedgerFile.write(buffered, key, newest.get(), (from, end, most) -> texts(log, tx, from, end, most));
            } catch (IOException | StatementFailure e) {
                Files.deleteIfExists(file); // half a ledger looks like one that was cut off
                throw e;
            }
            return new Outcome.Written(newest.get().size());
        } catch (SQLException | StatementFailure e) {
            throw new IOException("no ledger can be read from " + database, e);
        }
    }

    private static List<String> texts(LogTable log, Transaction tx, long from, long end, int most) {
        return log.entries(tx, from, end, most).stream()
                .map(LogTable.Body::text)
                .toList();
    }
}
