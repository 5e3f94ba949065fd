/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.WrittenLedger;
import com.noragentia.helios.protocol.api.LedgerInclusion;
import com.noragentia.helios.protocol.crypto.Checkpoint;
import com.noragentia.helios.protocol.crypto.ConsistencyProof;
import com.noragentia.helios.protocol.crypto.TreeHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public routes, over HTTP, as somebody who has never logged in. */
@Timeout(60)
class LogRoutesTest {

    private static final int ENTRIES = 1_100;

    private final TestClock clock = new TestClock();
    private Network network;
    private Member stranger;

    @TempDir
    private Path data;

    @BeforeEach
    void start() {
        network = new Network(data, clock);
        try (Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            new WrittenLedger(beside).tasks("d1".repeat(16), ENTRIES);
        }
        stranger = new Member(network::address, Network.newKey(), "stranger");
        Awaitility.await().until(() -> checkpoint().size() >= ENTRIES);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private Checkpoint checkpoint() {
        return Checkpoint.of(stranger.get("/api/v1/ledger/checkpoint").body()).orElseThrow();
    }

    @Test
    void an_entry_can_be_proven() {
        LedgerInclusion proven =
                stranger.get("/api/v1/ledger/proofs/inclusion?index=700").as(LedgerInclusion.class);

        Checkpoint checkpoint = Checkpoint.of(proven.checkpoint()).orElseThrow();
        assertThat(proven.proof()
                        .holds(TreeHash.leaf(proven.entry().getBytes(StandardCharsets.UTF_8)), checkpoint.root()))
                .isTrue();
    }

    @Test
    void an_earlier_checkpoint_can_be_proven_to_be_contained() {
        Checkpoint earlier = checkpoint();
        try (Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            new WrittenLedger(beside).tasks("d1".repeat(16), 9);
        }
        clock.pass(Duration.ofMinutes(1));
        Awaitility.await().until(() -> checkpoint().size() > earlier.size());
        Checkpoint later = checkpoint();
        ConsistencyProof proof = stranger.get("/api/v1/ledger/proofs/consistency?from=" + earlier.size())
                .as(ConsistencyProof.class);

        assertThat(proof.to()).isEqualTo(later.size());
        assertThat(proof.holds(earlier.root(), later.root())).isTrue();
    }

    @Test
    void what_is_exported_is_sound_and_whole() throws IOException {
        Path file = Files.writeString(
                data.resolve("exported"), stranger.get("/api/v1/ledger/export").body());
        try (LedgerSource source = new LedgerFile(file)) {
            assertThat(LedgerVerification.of(source, 2)).isInstanceOfSatisfying(LedgerVerdict.Sound.class, sound -> {
                assertThat(sound.covered()).isGreaterThanOrEqualTo(ENTRIES);
                assertThat(sound.root()).isEqualTo(checkpoint().root());
            });
        }
    }

    @Test
    void entries_come_in_pages() {
        assertThat(stranger.get("/api/v1/ledger/entries?from=5&count=3").body().lines())
                .hasSize(3)
                .first()
                .asString()
                .contains("\"index\":5,");
        assertThat(stranger.get("/api/v1/ledger/entries?count=999999").body().lines())
                .hasSize(1_024);
        assertThat(stranger.get("/api/v1/ledger/entries?from=999999").body()).isEmpty();
        assertThat(stranger.get("/api/v1/ledger/key").body())
                .startsWith(checkpoint().origin() + "+");
    }

    @ParameterizedTest
    @CsvSource({
        "entries?from=-1,400",
        "entries?from=x,400",
        "entries?count=99999999999999999999,400",
        "proofs/inclusion,400",
        "proofs/inclusion?index=999999,404",
        "proofs/inclusion?index=5&size=5,404",
        "proofs/inclusion?index=5&size=999999,404",
        "proofs/consistency,400",
        "proofs/consistency?from=5&to=4,404",
        "proofs/consistency?from=999999,404",
    })
    void what_is_not_there_is_a_problem(String path, int status) {
        Reply reply = stranger.get("/api/v1/ledger/" + path);

        assertThat(reply.status()).isEqualTo(status);
    }
}
