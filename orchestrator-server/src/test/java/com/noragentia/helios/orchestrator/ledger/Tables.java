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
        return table(Map.of(model, units(each, false)));
    }

    /** The same, of a language model that answers from documents. */
    public static PriceTable reading(String model, Credits each) {
        return table(Map.of(model, units(each, true)));
    }

    /** A language model that answers from documents and a model that quotes, at the same price for every unit. */
    public static PriceTable both(String reading, String quoting, Credits each) {
        return table(Map.of(reading, units(each, true), quoting, units(each, false)));
    }

    private static PriceFile.Units units(Credits each, boolean reads) {
        return new PriceFile.Units(each, each, each, each, each, reads, null);
    }

    private static PriceTable table(Map<String, PriceFile.Units> models) {
        return new PriceTable(List.of(new PriceFile.Table(1, "2026-01-01", "by hand", null, models)));
    }
}
