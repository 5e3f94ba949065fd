/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Credits;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days as comma-separated values (RFC 4180), amounts in credits. No field needs quotes: ids, dates, words of the wire and numbers. */
final class ContributionSheet {

    private static final String END = "\r\n";
    private static final String HEADER =
            "day,device,expert,tasks,earned,matured,spent,burned,granted,faded,corrected" + END;

    private ContributionSheet() {}

    static String of(List<Contributions.Day> days) {
        return HEADER + days.stream().map(ContributionSheet::line).collect(Collectors.joining());
    }

    private static String line(Contributions.Day day) {
        Stream<String> amounts = Stream.of(
                        day.earned(),
                        day.matured(),
                        day.spent(),
                        day.burned(),
                        day.granted(),
                        day.faded(),
                        day.corrected())
                .map(Credits::toString);
        return Stream.concat(
                        Stream.of(
                                day.day().toString(),
                                orEmpty(day.device()),
                                orEmpty(day.expert()),
                                Long.toString(day.tasks())),
                        amounts)
                .collect(Collectors.joining(",", "", END));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
