/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import java.util.List;
import java.util.Map;

/** Prices made for tests. */
public final class Tables {

    private Tables() {}

    /** One model, one price for every unit. */
    public static PriceTable of(String model, Credits each) {
        return new PriceTable(List.of(new PriceFile.Table(
                1,
                "2026-01-01",
                "by hand",
                null,
                Map.of(model, new PriceFile.Units(each, each, each, each, each, null)))));
    }
}
