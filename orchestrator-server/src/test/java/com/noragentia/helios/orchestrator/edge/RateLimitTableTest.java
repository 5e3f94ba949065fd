/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The limits that operators read are those that hold. */
class RateLimitTableTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    @Test
    void the_table_in_the_document_is_the_one_in_the_code() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| `[a-z-]+-per-(address|device|member)` \\|.*"))
                .toList();
        List<String> lines =
                Arrays.stream(RateLimit.values()).map(RateLimitTableTest::line).toList();
        assertThat(documented)
                .as("paste into %s:%n%s", DOCUMENT, String.join("\n", lines))
                .isEqualTo(lines);
    }

    @Test
    void every_limit_counts_by_the_key_in_its_name() {
        for (RateLimit limit : RateLimit.values()) {
            assertThat(limit.id()).endsWith("-per-" + limit.key().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String line(RateLimit limit) {
        String per = switch (limit.per().toString()) {
            case "PT1S" -> "second";
            case "PT1M" -> "minute";
            default -> throw new AssertionError(limit);
        };
        return String.format(
                Locale.ROOT,
                "| `%s` | %,d a %s | %,d | %s |",
                limit.id(),
                limit.tokens(),
                per,
                limit.burst(),
                switch (limit.whenFull()) {
                    case ADMIT -> "admitted";
                    case REFUSE -> "refused";
                });
    }
}
