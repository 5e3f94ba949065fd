/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.nio.file.Path;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

    @TempDir
    private Path data;

    private static Reply readiness(Network network) {
        return Member.send(new Request.Builder().url(network.address() + "/readyz"));
    }

    @Test
    void a_network_whose_ledger_ends_before_what_was_signed_is_not_ready_and_says_what_to_do() {
        TestClock clock = new TestClock();
        try (Network network = new Network(data, clock)) {
            assertThat(readiness(network).status()).isEqualTo(200);
        }
        try (SqliteStore store = SqliteStore.open(data.resolve("helios.db"))) {
            String note = new Checkpoint("server", 9, TreeHash.EMPTY).text();
            assertThat(store.<Integer>write(tx -> tx.statements()
                            .update("INSERT INTO log_checkpoint (size, at, note) VALUES (9, 0, ?)", note)))
                    .isEqualTo(1);
        }
        try (Network network = new Network(data, clock)) {
            Reply reply = readiness(network);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.toString())
                    .contains("signed for 9 entries, and 0 are left")
                    .contains("helios ledger verify");
        }
    }
}
