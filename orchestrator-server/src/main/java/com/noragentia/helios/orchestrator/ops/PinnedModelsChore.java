/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.catalogue.Catalogue;
import com.noragentia.helios.orchestrator.ledger.PricesInForce;
import com.noragentia.helios.orchestrator.placement.Placement;
import com.noragentia.helios.orchestrator.store.Store;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers what an operator pins beside a running orchestrator. Prices change with the offer in one unit of the writer: no job meets a model without one.
 *
 * @param offered runs after each change, when all of the rest knows it
 */
record PinnedModelsChore(
        Catalogue catalogue,
        ModelPreference preference,
        PricesInForce prices,
        Placement placement,
        Store store,
        Runnable offered)
        implements Chore {

    static final Duration INTERVAL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(PinnedModelsChore.class);

    @Override
    public void run() throws IOException {
        if (catalogue.renew(this::publish)) {
            placement.offer(PlacedModels.offers(catalogue, preference));
            offered.run();
            LOG.info("{} models are on offer now", catalogue.models().size());
        }
    }

    private void publish(Runnable offer) {
        store.write(_ -> {
            offer.run();
            prices.renew(preference.prices(catalogue));
            return true;
        });
    }
}
