/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.OfferedModel;
import com.noragentia.helios.orchestrator.catalogue.UnpinnedModel;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Measure;
import com.noragentia.helios.protocol.ledger.Price;
import com.noragentia.helios.protocol.model.ModelFamily;
import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.model.ModelTraits;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    @Test
    void every_model_that_can_be_pinned_has_a_price_for_what_its_experts_do() {
        PriceTable prices = PriceTable.bundled();
        for (UnpinnedModel model : Catalogue.production()) {
            assertThat(prices.list().models())
                    .as(model.id())
                    .anySatisfy(price -> assertThat(price.model()).isEqualTo(model.id()));
            for (Expert expert : model.experts()) {
                assertThat(prices.of(model.id()).of(least(expert)).isPositive())
                        .as("a price of %s for %s", model.id(), expert)
                        .isTrue();
            }
            if (model.traits().family() == ModelFamily.CAUSAL_LM) {
                assertThat(prices.of(model.id()).outputToken())
                        .as("writing takes longer than reading: %s", model.id())
                        .isGreaterThan(prices.of(model.id()).promptToken());
            }
        }
    }

    @Test
    void prices_that_nobody_measured_are_marked_and_follow_from_what_stands_beside_them() throws Exception {
        PriceFile.Table newest = file().tables().getLast();

        newest.models().forEach((id, units) -> {
            assertThat(PriceTable.bundled().isReckoned(id)).as(id).isEqualTo(units.reckoned() != null);
            if (units.reckoned() != null) {
                PriceFile.Units bySize = units.reckoned().like() == null
                        ? units.reckoned().price()
                        : Objects.requireNonNull(
                                newest.models().get(units.reckoned().like()));
                PriceFile.Units expected = units.reads() ? bySize.reading() : bySize;
                assertThat(units.in(3)).as(id).isEqualTo(expected.in(3));
            }
        });
        assertThat(PriceTable.bundled().list().models().stream()
                        .filter(PriceList.ModelPrice::reckoned)
                        .map(PriceList.ModelPrice::model))
                .containsExactlyInAnyOrderElementsOf(
                        Catalogue.production().stream().map(UnpinnedModel::id).toList());
    }

    private static PriceFile file() throws Exception {
        try (InputStream in = Objects.requireNonNull(PriceTable.class.getResourceAsStream("prices.json"))) {
            return JsonCodec.decode(in.readAllBytes(), PriceFile.class, 1_000_000);
        }
    }

    @Test
    void tables_that_were_published_are_as_they_were() throws Exception {
        List<PriceFile.Table> tables = file().tables();

        assertThat(tables.get(0).models().keySet())
                .containsExactlyInAnyOrder("minilm-l6-v2-q", "helios-retrieval-1", "pp-ocr-v4-en");
        assertThat(tables.get(1).models())
                .hasSize(4)
                .allSatisfy((id, units) -> assertThat(units)
                        .as(id)
                        .isEqualTo(tables.get(2).models().get(id)));
        assertThat(tables.get(1).models().get("helios-demo-1"))
                .isEqualTo(new PriceFile.Units(
                        new Credits(58), new Credits(84), Credits.ZERO, Credits.ZERO, Credits.ZERO, null));
    }

    @Test
    void every_language_model_that_can_be_pinned_is_paid_for_what_it_reads_of_documents() {
        PriceTable prices = PriceTable.bundled();
        Asked question = new Asked(new Measure(10, 100, 0, 40, 0), 3_700);

        assertThat(Catalogue.production())
                .filteredOn(model -> model.experts().contains(Expert.DOCUMENT))
                .hasSize(3)
                .allSatisfy(model -> {
                    assertThat(model.traits().family()).isEqualTo(ModelFamily.CAUSAL_LM);
                    Price price = prices.of(model.id());
                    assertThat(prices.counted(model.id(), question)).isEqualTo(new Measure(3_710, 100, 0, 40, 0));
                    assertThat(price.page())
                            .isEqualTo(prices.of("helios-retrieval-1").page());
                });
        assertThat(prices.counted("helios-retrieval-1", question)).isEqualTo(question.measure());
        assertThat(prices.of("helios-retrieval-1").of(question.measure()))
                .as("the price of quoting is as it was")
                .isEqualTo(new Credits(10 * 17 + 100 * 71 + 40 * 19_000));
        assertThat(prices.list(4).orElseThrow().models())
                .as("nobody was paid for reading before")
                .noneMatch(PriceList.ModelPrice::readsDocuments);
    }

    @Test
    void a_language_model_of_no_table_that_reads_documents_is_paid_for_it_too() {
        ModelManifest stranger = stranger(List.of(Expert.CHAT, Expert.DOCUMENT));

        PriceTable here = PriceTable.bundled().offering(List.of(stranger), List.of(stranger.id()));

        assertThat(here.counted(stranger.id(), new Asked(Measure.NOTHING, 750)).promptTokens())
                .isEqualTo(750);
        assertThat(here.of(stranger.id()).page()).isEqualTo(new Credits(19_000));
    }

    @Test
    void a_model_that_stands_in_no_table_is_priced_by_its_size_where_it_is_offered() {
        ModelManifest stranger = stranger(List.of(Expert.CHAT));

        PriceTable here = PriceTable.bundled().offering(List.of(stranger), List.of(stranger.id()));

        assertThat(PriceTable.bundled().of(stranger.id()).of(WORK)).isEqualTo(Credits.ZERO);
        assertThat(here.of(stranger.id()).outputToken()).isEqualTo(new Credits(6_700));
        assertThat(here.isReckoned(stranger.id())).isTrue();
        assertThat(here.list().models()).extracting(PriceList.ModelPrice::model).contains(stranger.id());
        assertThat(here.job().credits()).isEqualTo(here.usual(stranger.id()));
    }

    private static ModelManifest stranger(List<Expert> experts) {
        return new ModelManifest(
                "a-model-of-another-version",
                "A model",
                experts,
                List.of(),
                "MIT",
                1,
                List.of(new ModelFile(
                        "model.onnx",
                        100_000_000,
                        "0".repeat(64),
                        List.of(URI.create("hub:/a/b/0000000000000000000000000000000000000000/model.onnx")))),
                new ModelTraits(ModelFamily.CAUSAL_LM, 2_048, false));
    }

    private static Measure least(Expert expert) {
        return switch (expert) {
            case CHAT, EMBEDDING -> new Measure(1, 0, 0, 0, 0);
            case DOCUMENT -> new Measure(0, 0, 0, 1, 0);
            case IMAGE, DESCRIPTION, OBJECTS -> new Measure(0, 0, 0, 0, 1);
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
        assertThat(prices.dearest(List.of(), Asked.of(WORK))).isEqualTo(Credits.ZERO);
        assertThat(prices.dearest(List.of("unheard of", "m"), Asked.of(WORK))).isEqualTo(new Credits(1_000));
    }

    @Test
    void a_canary_earns_half() {
        assertThat(new PriceTable(List.of(table(1, 5))).canary("m", WORK)).isEqualTo(new Credits(500));
    }

    private static PriceFile.Table table(int version, long micros) {
        Credits each = new Credits(micros);
        return new PriceFile.Table(
                version,
                "2026-01-01",
                "by hand",
                null,
                Map.of("m", new PriceFile.Units(each, each, each, each, each, null)));
    }
}
