/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import com.noragentia.helios.orchestrator.edge.Json;
import com.noragentia.helios.orchestrator.edge.Routes;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** The history of a member's contribution over HTTP: {@link Contributions}. */
final class ContributionRoutes implements Routes {

    /** Both ends included. */
    static final int MOST_DAYS = 366;

    /** Snapshots are minutes apart. */
    private static final int TRIALS = 2;

    private static final int USUAL_DAYS = 30;
    /** Before anybody could contribute. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final int DAY_CHARACTERS = "2026-03-01".length();

    private final Store store;
    private final Ledger ledger;
    private final MemberDates dates;
    private final Function<Context, String> member;
    private final Clock clock;

    /** @param member tells who makes a request, and counts it */
    ContributionRoutes(Store store, Ledger ledger, MemberDates dates, Function<Context, String> member, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.dates = dates;
        this.member = member;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/me/contributions", ctx -> Json.reply(ctx, 200, contributions(ctx)));
        routes.get(
                "/api/v1/me/contributions.csv",
                ctx -> ctx.contentType("text/csv; charset=utf-8")
                        .header("Content-Disposition", "attachment; filename=\"helios-contributions.csv\"")
                        .result(ContributionSheet.of(contributions(ctx).days())));
    }

    private Contributions contributions(Context ctx) {
        String caller = member.apply(ctx);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate to = day(ctx, "to").orElse(today);
        LocalDate from = day(ctx, "from").orElseGet(() -> to.minusDays(USUAL_DAYS - 1));
        if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "from 1 to " + MOST_DAYS + " days, the first of them first");
        }
        return told(caller, from, to);
    }

    /** The days are read beside the writer, which others wait for; on it only if snapshots keep coming in between. */
    private Contributions told(String caller, LocalDate from, LocalDate to) {
        for (int trial = 0; trial < TRIALS; trial++) {
            RecentHistory recent = store.write(tx -> ledger.history(tx, caller, from, to, dates));
            Optional<Contributions> whole = store.read(recent::with);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return store.write(tx -> ledger.contributions(tx, caller, from, to, dates));
    }

    /** From {@link #EARLIEST} on and in years of four digits, so that reckoning with days cannot leave the calendar. */
    private static Optional<LocalDate> day(Context ctx, String name) {
        String text = ctx.queryParam(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            if (text.length() == DAY_CHARACTERS && !LocalDate.parse(text).isBefore(EARLIEST)) {
                return Optional.of(LocalDate.parse(text));
            }
        } catch (DateTimeParseException e) {
            throw noDay(name);
        }
        throw noDay(name);
    }

    private static ProblemException noDay(String name) {
        return new ProblemException(
                ProblemCode.REQUEST_INVALID, "'" + name + "' is not a day since 2000, as in 2026-03-01");
    }
}
