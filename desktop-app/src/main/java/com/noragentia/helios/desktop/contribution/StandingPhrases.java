/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.contribution;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.language.ProblemPhrases;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.api.Tier;
import com.noragentia.helios.protocol.task.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A member's standing in words. Immutable and thread-safe. */
public final class StandingPhrases {

    private final Phrases phrases;
    private final ProblemPhrases problems;
    private final ZoneId zone;

    /** @param zone of the times it tells */
    public StandingPhrases(Language language, ZoneId zone) {
        this.phrases = Phrases.beside(StandingPhrases.class, "standing", language);
        this.problems = new ProblemPhrases(language);
        this.zone = zone;
    }

    /** The tier and what matters most beside it, short enough for a line in the window. */
    public String line(StandingReport report) {
        String tier = name(report.tier());
        if (report.grace() && report.until() != null) {
            return phrases.say("line.grace", tier, time(report.until()));
        }
        if (report.missing().isEmpty() || report.tier().compareTo(Tier.CONTRIBUTOR) >= 0) {
            return phrases.say(
                    "line.credits", tier, report.figures().available().toDouble());
        }
        return phrases.say("line.missing", tier, missing(report.missing().getFirst(), report));
    }

    /** All that there is to tell, a sentence or a figure each. */
    public List<String> story(StandingReport report) {
        List<String> story = new ArrayList<>();
        story.add(phrases.say("standing." + key(report.tier())));
        if (report.open()) {
            story.add(phrases.say("standing.open"));
            return List.copyOf(story);
        }
        story.add(
                report.refusal() == null
                        ? phrases.say("standing.admitted")
                        : problems.sentence(Problem.of(report.refusal(), "")));
        if (report.until() != null) {
            story.add(until(report, report.until()));
        }
        if (!report.missing().isEmpty()) {
            story.add(phrases.say("standing.missing", name(report.next())));
            report.missing().forEach(missing -> story.add("  " + missing(missing, report)));
        }
        StandingReport.Figures figures = report.figures();
        story.add(phrases.say(
                "standing.credits",
                figures.available().toDouble(),
                figures.pending().toDouble(),
                figures.recentAverage().toDouble()));
        if (figures.pending().micros() > 0) {
            story.add(phrases.say("standing.unconfirmed"));
        }
        story.add(today(figures.jobsToday(), report.rights().jobsPerDay()));
        story.add(rights(report));
        return List.copyOf(story);
    }

    private String rights(StandingReport report) {
        StandingReport.Rights rights = report.rights();
        double debt = rights.debt().toDouble();
        OptionalDouble usual = usual(report);
        return usual.isEmpty()
                ? phrases.say("standing.rights.plain", rights.jobsAtOnce(), debt, rights.weight())
                : phrases.say(
                        "standing.rights", rights.jobsAtOnce(), debt, debt / usual.getAsDouble(), rights.weight());
    }

    /** What a usual question costs, where the network tells it and it costs anything. */
    private static OptionalDouble usual(StandingReport report) {
        return report.jobEquivalent() != null && report.jobEquivalent().isPositive()
                ? OptionalDouble.of(report.jobEquivalent().toDouble())
                : OptionalDouble.empty();
    }

    private String until(StandingReport report, Instant end) {
        if (report.tier().compareTo(Tier.CONTRIBUTOR) < 0) {
            return phrases.say("standing.refused-until", time(end));
        }
        return phrases.say(report.grace() ? "standing.grace" : "standing.until", time(end));
    }

    private String today(int jobs, @Nullable Integer most) {
        return most == null ? phrases.say("standing.today", jobs) : phrases.say("standing.today.limit", jobs, most);
    }

    private String missing(StandingReport.Missing missing, StandingReport report) {
        String requirement =
                missing.requirement().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String key = "missing." + requirement;
        OptionalDouble usual = usual(report);
        if (usual.isEmpty()) {
            String plain = key + ".plain";
            return phrases.say(phrases.has(plain) ? plain : key, missing.have(), missing.need());
        }
        return phrases.say(
                key,
                missing.have(),
                missing.need(),
                missing.have() / usual.getAsDouble(),
                missing.need() / usual.getAsDouble());
    }

    private String name(Tier tier) {
        return phrases.say("tier." + key(tier));
    }

    private static String key(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }

    private String time(Instant time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(phrases.language().locale())
                .withZone(zone)
                .format(time);
    }
}
