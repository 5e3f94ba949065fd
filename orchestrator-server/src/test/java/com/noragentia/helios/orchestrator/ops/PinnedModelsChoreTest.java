/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.PinnedFolder;
import com.noragentia.helios.orchestrator.ledger.LedgerRules;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.placement.Load;
import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.SignedManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is pinned beside a running orchestrator has its price from the moment it is offered. */
class PinnedModelsChoreTest {

    private static final String PINNED = "a-model-of-no-table";

    @Test
    void a_model_in_no_table_has_a_price_and_makes_the_usual_question_as_soon_as_it_is_offered(@TempDir Path data)
            throws IOException {
        SigningKey key = Network.newKey();
        Path models = Files.createDirectory(data.resolve("models"));
        Catalogue catalogue = Catalogue.open(key, new PinnedFolder(models));
        ModelPreference preference = new ModelPreference(List.of());
        PricesInForce prices = new PricesInForce(preference.prices(catalogue));
        LedgerRules rules = new LedgerRules(Duration.ZERO, prices::job);
        Credits before = rules.allowance();
        try (SqliteStore store = SqliteStore.open(data.resolve("helios.db"))) {
            PinnedModelsChore chore = new PinnedModelsChore(
                    catalogue,
                    preference,
                    prices,
                    new Placement(PlacedModels.offers(catalogue, preference), new Idle()),
                    store,
                    () -> {});
            chore.run();
            assertThat(prices.get().usual(PINNED)).isEqualTo(Credits.ZERO);

            pin(models, catalogue, key);
            chore.run();

            assertThat(catalogue.serving(Expert.CHAT)).contains(PINNED);
            assertThat(prices.get().usual(PINNED).isPositive()).isTrue();
            assertThat(prices.job().credits()).isEqualTo(prices.get().usual(PINNED));
            assertThat(rules.allowance()).isEqualTo(prices.job().times(10)).isNotEqualTo(before);
        }
    }

    private static void pin(Path folder, Catalogue catalogue, SigningKey key) throws IOException {
        ModelManifest like = catalogue.models().getFirst().manifest();
        ModelManifest manifest = new ModelManifest(
                PINNED, "Pinned", List.of(Expert.CHAT), List.of(), "MIT", like.memoryBytes(), like.files());
        Files.write(folder.resolve(PINNED + ".json"), JsonCodec.encode(SignedManifest.sign(manifest, key)));
    }

    private static final class Idle implements Load {

        @Override
        public int backlog(Expert expert) {
            return 0;
        }

        @Override
        public int backlogOf(String model) {
            return 0;
        }

        @Override
        public Duration remaining(String device, String model) {
            return Duration.ZERO;
        }
    }
}
