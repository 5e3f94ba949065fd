/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.catalogue.OfferedModel;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.model.ModelManifest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRoutesTest {

    private Network network;
    private Member stranger;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        stranger = network.firstMember().withoutToken();
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void anybody_may_read_the_prices() {
        Reply reply = stranger.get("/api/v1/prices");

        assertThat(reply.status()).isEqualTo(200);
        PriceList prices = reply.as(PriceList.class);
        List<ModelManifest> offered = Catalogue.bundled(Network.newKey()).models().stream()
                .map(OfferedModel::manifest)
                .toList();
        assertThat(prices)
                .isEqualTo(PriceTable.bundled()
                        .offering(offered, List.of("helios-retrieval-1"))
                        .list());
        assertThat(prices.jobEquivalent()).isEqualTo(new Credits(300 * 17 + 200 * 71));
        assertThat(stranger.get("/api/v1/prices?table=" + prices.table()).as(PriceList.class))
                .isEqualTo(prices);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "99999", "1.0", "99999999999999999999", "one", "١"})
    void a_table_that_was_never_published_is_not_found(String table) {
        Reply reply = stranger.get("/api/v1/prices?table=" + table);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }
}
