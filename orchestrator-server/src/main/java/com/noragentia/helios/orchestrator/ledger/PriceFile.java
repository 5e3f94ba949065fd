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

    /**
     * Millionths of a credit for each unit.
     *
     * @param readsDocuments true for a language model that answers from documents: what it reads of them counts as prompt tokens; null for others
     * @param reckoned from what, where nobody has measured them
     */
    record Units(
            Credits promptToken,
            Credits outputToken,
            Credits audioSecond,
            Credits page,
            Credits image,
            @Nullable Boolean readsDocuments,
            @Nullable Reckoning reckoned) {

        /** As helios-retrieval-1, measured: whoever answers from documents goes through them with the same encoder. */
        private static final Credits SEARCHED_PAGE = new Credits(19_000);
        /** As measured with the forerunner of helios-read-1, which has its shape: a picture, and the tokens of a page read out. Whoever answers from documents reads
         * pictures of pages with it. */
        static final Credits PICTURED_PAGE = new Credits(620_000);

        /** Of a model that reads no documents. */
        Units(
                Credits promptToken,
                Credits outputToken,
                Credits audioSecond,
                Credits page,
                Credits image,
                @Nullable Reckoning reckoned) {
            this(promptToken, outputToken, audioSecond, page, image, null, reckoned);
        }

        boolean reads() {
            return Boolean.TRUE.equals(readsDocuments);
        }

        /** The same of a language model that answers from documents. */
        Units reading() {
            return new Units(promptToken, outputToken, audioSecond, SEARCHED_PAGE, PICTURED_PAGE, true, reckoned);
        }

        Price in(int table) {
            return new Price(table, promptToken, outputToken, audioSecond, page, image);
        }
    }
}
