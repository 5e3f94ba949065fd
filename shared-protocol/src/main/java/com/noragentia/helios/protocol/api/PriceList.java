/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.ledger.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What work costs on this network: {@code GET /api/v1/prices}, without login; {@code ?table=N} for an earlier table, since entries of the
 * ledger name the table that they were reckoned with. A table that does not exist is {@code request-invalid}. All amounts are millionths of
 * a credit.
 *
 * @param table its version; a new one for every change
 * @param since the day it came into force, as in 2026-11-22
 * @param measured how the prices were found
 * @param jobEquivalent what a usual question of 300 tokens costs here if the answer has 200 tokens: standing, debts, caps and fines are measured by it; null from an orchestrator older than this measure
 * @param burnShare of the work, what the requester pays besides and nobody receives
 * @param leastBurn for each task
 * @param canaryShare of the price, what a canary earns
 * @param bytesPerToken of UTF-8, begun ones count: tokens are counted alike for all models
 * @param models all that have a price; one without earns nothing and costs nothing
 */
public record PriceList(
        int table,
        String since,
        String measured,
        @Nullable Credits jobEquivalent,
        double burnShare,
        Credits leastBurn,
        double canaryShare,
        int bytesPerToken,
        List<ModelPrice> models) {

    public PriceList {
        models = List.copyOf(models);
    }

    /**
     * The price of a model's work.
     *
     * @param model its id
     * @param reckoned from the model's size; nobody has measured it
     * @param readsDocuments whether it is a language model that answers from documents: what it reads of them counts as prompt tokens, beside their pages
     */
    public record ModelPrice(
            String model,
            Price price,
            @JsonProperty("is_reckoned") boolean reckoned,
            @JsonProperty("reads_documents") boolean readsDocuments) {}
}
