/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Price;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The file of prices. A table that was published is never changed: the ledger's entries refer to it. */
record PriceFile(List<Table> tables) {

    /**
     * One version.
     *
     * @param since the day it came into force
     * @param measured how its prices were found
     * @param leastBurn for each task, while this table was in force; null where it follows from what a usual question costs
     * @param models prices by the ids of models
     */
    record Table(
            int table,
            String since,
            String measured,
            @Nullable Credits leastBurn,
            Map<String, Units> models) {

        Table {
            models = Map.copyOf(models);
        }
    }

    /** Millionths of a credit for each unit. {@code reckoned} says from what, where nobody has measured them. */
    record Units(
            Credits promptToken,
            Credits outputToken,
            Credits audioSecond,
            Credits page,
            Credits image,
            @Nullable Reckoning reckoned) {

        Price in(int table) {
            return new Price(table, promptToken, outputToken, audioSecond, page, image);
        }
    }
}
