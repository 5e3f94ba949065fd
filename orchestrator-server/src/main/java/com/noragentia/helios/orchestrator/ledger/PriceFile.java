/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Price;
import java.util.List;
import java.util.Map;

/** The file of prices. A table that was published is never changed: the ledger's entries refer to it. */
record PriceFile(List<Table> tables) {

    /**
     * One version.
     *
     * @param since the day it came into force
     * @param measured how its prices were found
     * @param models prices by the ids of models
     */
    record Table(int table, String since, String measured, Map<String, Units> models) {

        Table {
            models = Map.copyOf(models);
        }
    }

    /** Millionths of a credit for each unit. */
    record Units(Credits promptToken, Credits outputToken, Credits audioSecond, Credits page, Credits image) {

        Price in(int table) {
            return new Price(table, promptToken, outputToken, audioSecond, page, image);
        }
    }
}
