/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.OfferedModel;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Price;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceTableTest {

    private static final Measure WORK = new Measure(100, 100, 0, 0, 0);

    @Test
    void every_model_on_offer_has_a_price_for_what_its_experts_do() {
        PriceTable prices = PriceTable.bundled();
        for (OfferedModel offered : Catalogue.bundled(Network.newKey()).models()) {
            ModelManifest model = offered.manifest();
            for (Expert expert : model.experts()) {
                assertThat(prices.of(model.id()).of(least(expert)).isPositive())
                        .as("a price of %s for %s", model.id(), expert)
                        .isTrue();
            }
        }
    }

    private static Measure least(Expert expert) {
        return switch (expert) {
            case CHAT, EMBEDDING -> new Measure(1, 0, 0, 0, 0);
            case DOCUMENT -> new Measure(0, 0, 0, 1, 0);
            case IMAGE -> new Measure(0, 0, 0, 0, 1);
            case AUDIO -> new Measure(0, 0, 1, 0, 0);
        };
    }

    @Test
    void the_newest_table_rules_and_the_older_stay_readable() {
        PriceTable prices = new PriceTable(List.of(table(1, 5), table(2, 7)));

        assertThat(prices.version()).isEqualTo(2);
        assertThat(prices.of("m").table()).isEqualTo(2);
        assertThat(prices.of("m").of(WORK)).isEqualTo(new Credits(1_400));
        assertThat(prices.list().table()).isEqualTo(2);
        Price first = prices.list(1).orElseThrow().models().getFirst().price();
        assertThat(first.of(WORK)).isEqualTo(new Credits(1_000));
        assertThat(prices.list(3)).isEmpty();
    }

    @Test
    void a_gap_between_tables_is_a_mistake() {
        assertThatThrownBy(() -> new PriceTable(List.of(table(1, 5), table(3, 5))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceTable(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_model_without_a_price_earns_nothing() {
        PriceTable prices = new PriceTable(List.of(table(1, 5)));

        assertThat(prices.of("unheard of").of(WORK)).isEqualTo(Credits.ZERO);
        assertThat(prices.dearest(List.of(), WORK)).isEqualTo(Credits.ZERO);
        assertThat(prices.dearest(List.of("unheard of", "m"), WORK)).isEqualTo(new Credits(1_000));
    }

    @Test
    void a_canary_earns_half() {
        assertThat(new PriceTable(List.of(table(1, 5))).canary("m", WORK)).isEqualTo(new Credits(500));
    }

    private static PriceFile.Table table(int version, long micros) {
        Credits each = new Credits(micros);
        return new PriceFile.Table(
                version, "2026-01-01", "by hand", Map.of("m", new PriceFile.Units(each, each, each, each, each)));
    }
}
