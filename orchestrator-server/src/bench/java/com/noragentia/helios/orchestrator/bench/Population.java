/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.edge.Secrets;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.store.Transaction;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Members who ask, and members who lend a worker, written into a database before its orchestrator starts. Immutable. */
final class Population {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final List<String> tokens;
    private final List<SigningKey> workers;

    Population(int askers, int workers) {
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets(random);
        this.tokens = Stream.generate(secrets::token).limit(askers).toList();
        this.workers = Stream.generate(() -> SigningKey.generate(random))
                .limit(workers)
                .toList();
    }

    /** The token of one of those who ask; there are as many as it takes to keep each under what a member may have in flight. */
    String token(int number) {
        return tokens.get(number % tokens.size());
    }

    /** The keys of the first so many workers. */
    List<SigningKey> workers(int count) {
        return workers.subList(0, count);
    }

    void settleIn(Path data) {
        long now = Clock.systemUTC().millis();
        try (Store store = SqliteStore.open(data.resolve("helios.db"))) {
            store.write(tx -> {
                for (int i = 0; i < workers.size(); i++) {
                    SigningKey key = workers.get(i);
                    String device = key.verifyingKey().fingerprint();
                    add(tx, "lender-" + i, device, key.verifyingKey().encoded(), now);
                }
                String anyKey = workers.getFirst().verifyingKey().encoded();
                IntStream.range(0, tokens.size()).forEach(i -> {
                    add(tx, "asker-" + i, "laptop-" + i, anyKey, now);
                    tx.handle()
                            .execute(
                                    "INSERT INTO access_token (hash, device, expires_at) VALUES (?, ?, ?)",
                                    Secrets.hash(tokens.get(i)),
                                    "laptop-" + i,
                                    now + TOKEN_LIFE.toMillis());
                });
                return true;
            });
        }
    }

    private static void add(Transaction tx, String member, String device, String key, long now) {
        tx.handle().execute("INSERT INTO member (id, created_at) VALUES (?, ?)", member, now);
        tx.handle()
                .execute(
                        "INSERT INTO device (id, member, name, public_key, enrolled_at) VALUES (?, ?, ?, ?, ?)",
                        device,
                        member,
                        "bench",
                        key,
                        now);
    }
}
