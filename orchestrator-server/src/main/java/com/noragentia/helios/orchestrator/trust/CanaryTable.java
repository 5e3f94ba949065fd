/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Table {@code canary}: those that are out. */
final class CanaryTable {

    private record Row(String question, String answer, String asked) {}

    void add(Transaction tx, String task, String device, Canary canary, Instant now) {
        tx.statements()
                .update(
                        "INSERT INTO canary (task, device, question, answer, asked, sent_at) VALUES (?, ?, ?, ?, ?, ?)",
                        task,
                        device,
                        JsonCodec.encodeToString(canary.question()),
                        JsonCodec.encodeToString(canary.answer()),
                        JsonCodec.encodeToString(canary.asked()),
                        now.toEpochMilli());
    }

    /** One that is out; empty if it is none, or nobody can read it any more. */
    Optional<Canary> find(Transaction tx, String task) {
        return tx.statements()
                .first(
                        "SELECT question, answer, asked FROM canary WHERE task = ?",
                        row -> new Row(row.getString("question"), row.getString("answer"), row.getString("asked")),
                        task)
                .flatMap(CanaryTable::read);
    }

    /** It is out no longer. */
    void delete(Transaction tx, String task) {
        tx.statements().update("DELETE FROM canary WHERE task = ?", task);
    }

    private static Optional<Canary> read(Row row) {
        long most = Limit.WORKER_MESSAGE_BYTES.value();
        try {
            return Optional.of(new Canary(
                    JsonCodec.decode(row.question(), TaskInput.class, most),
                    JsonCodec.decode(row.answer(), KnownAnswer.class, most),
                    JsonCodec.decode(row.asked(), Asked.class, most)));
        } catch (WireException _) { // written by another version of this program
            return Optional.empty();
        }
    }

    /** The device that has one; empty if none has it. */
    Optional<String> device(Transaction tx, String task) {
        return tx.statements().first("SELECT device FROM canary WHERE task = ?", row -> row.getString(1), task);
    }

    /** Devices that have one. */
    Set<String> devices(Transaction tx) {
        return new HashSet<>(tx.statements().list("SELECT device FROM canary", row -> row.getString(1)));
    }
}
