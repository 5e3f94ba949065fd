/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.wire.JsonCodec;
import com.noragentia.helios.protocol.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was measured, in credits, beside what is published. */
final class PriceSheet {

    private static final int FILE_BYTES = 1024 * 1024;
    private static final double MICROS = 1e6;

    private final Map<String, Units> published;

    private PriceSheet(Map<String, Units> published) {
        this.published = published;
    }

    /** Beside the newest table of a file as the orchestrator has it. */
    static PriceSheet beside(Path prices) throws IOException, WireException {
        Tables tables = JsonCodec.decode(Files.readAllBytes(prices), Tables.class, FILE_BYTES);
        return new PriceSheet(tables.tables().getLast().models());
    }

    private record Tables(List<Table> tables) {}

    private record Table(Map<String, Units> models) {}

    /** Millionths of a credit for each unit. */
    private record Units(Credits promptToken, Credits outputToken, Credits audioSecond, Credits page, Credits image) {

        static Units of(UnitCosts costs, double creditsPerSecond) {
            return new Units(
                    Credits.of(costs.promptToken() * creditsPerSecond),
                    Credits.of(costs.outputToken() * creditsPerSecond),
                    Credits.of(costs.audioSecond() * creditsPerSecond),
                    Credits.of(costs.page() * creditsPerSecond),
                    Credits.of(costs.image() * creditsPerSecond));
        }
    }

    /** Prints one model. {@code creditsPerSecond} is what a second of this computer is worth. */
    void print(UnitCosts costs, double creditsPerSecond) {
        Units now = Units.of(costs, creditsPerSecond);
        Optional<Units> table = Optional.ofNullable(published.get(costs.model()));
        line(costs.model(), "prompt token", costs.promptToken(), now.promptToken(), table.map(Units::promptToken));
        line(costs.model(), "output token", costs.outputToken(), now.outputToken(), table.map(Units::outputToken));
        line(costs.model(), "second", costs.audioSecond(), now.audioSecond(), table.map(Units::audioSecond));
        line(costs.model(), "page", costs.page(), now.page(), table.map(Units::page));
        line(costs.model(), "image", costs.image(), now.image(), table.map(Units::image));
    }

    private static void line(String model, String unit, double seconds, Credits now, Optional<Credits> table) {
        if (now.isPositive()) {
            String ratio = table.filter(Credits::isPositive)
                    .map(price -> String.format(Locale.ROOT, "%.2f", (double) now.micros() / price.micros()))
                    .orElse("-");
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %-14s %12.1f %12d %12s %9s%n",
                    model,
                    unit,
                    seconds * MICROS,
                    now.micros(),
                    table.map(price -> Long.toString(price.micros())).orElse("-"),
                    ratio);
        }
    }
}
