/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/**
 * Writes the JSON of an entry as the codec would, several times as fast: each finished task is written and hashed once, and a check of the
 * whole ledger does it for each entry again.
 */
final class CanonicalEntry {

    private static final int USUAL_CHARACTERS = 700;

    private CanonicalEntry() {}

    static String of(LedgerEntry entry) {
        StringBuilder json = new StringBuilder(USUAL_CHARACTERS)
                .append("{\"version\":")
                .append(entry.version())
                .append(",\"index\":")
                .append(entry.index())
                .append(",\"at\":")
                .append(entry.at())
                .append(",\"kind\":\"")
                .append(entry.kind().name())
                .append("\",\"event\":\"")
                .append(entry.event())
                .append("\",\"postings\":[");
        String comma = "";
        for (Posting posting : entry.postings()) {
            append(json.append(comma).append("{\"account\":\""), posting.account())
                    .append("\",\"amount\":")
                    .append(posting.amount().micros())
                    .append('}');
            comma = ",";
        }
        json.append(']');
        LedgerEntry.Facts facts = entry.facts();
        if (facts != null) {
            append(json, facts);
        }
        Check check = entry.check();
        if (check != null) {
            json.append(",\"check\":{\"commitment\":\"")
                    .append(check.commitment())
                    .append("\",\"verdict\":\"")
                    .append(check.verdict().name())
                    .append("\"}");
        }
        Reversal reverses = entry.reverses();
        if (reverses != null) {
            json.append(",\"reverses\":{\"entry\":")
                    .append(reverses.entry())
                    .append(",\"since\":")
                    .append(reverses.since())
                    .append('}');
        }
        return json.append(",\"previous\":\"")
                .append(entry.previous())
                .append("\"}")
                .toString();
    }

    /** {@link Account#text}, without a string of its own. */
    private static StringBuilder append(StringBuilder json, Account account) {
        return switch (account) {
            case Account.Member(String pseudonym) -> json.append("member:").append(pseudonym);
            case Account.Pending(String pseudonym) -> json.append("pending:").append(pseudonym);
            case Account.House house -> json.append(house.text());
        };
    }

    private static void append(StringBuilder json, LedgerEntry.Facts facts) {
        Measure measure = facts.measure();
        json.append(",\"facts\":{\"commitment\":\"")
                .append(facts.commitment())
                .append("\",\"expert\":\"")
                .append(JsonStringEncoder.getInstance().quoteAsString(facts.expert()))
                .append("\",\"model\":\"")
                .append(JsonStringEncoder.getInstance().quoteAsString(facts.model()))
                .append("\",\"table\":")
                .append(facts.table())
                .append(",\"measure\":{\"promptTokens\":")
                .append(measure.promptTokens())
                .append(",\"outputTokens\":")
                .append(measure.outputTokens())
                .append(",\"audioSeconds\":")
                .append(measure.audioSeconds())
                .append(",\"pages\":")
                .append(measure.pages())
                .append(",\"images\":")
                .append(measure.images())
                .append("}}");
    }
}
