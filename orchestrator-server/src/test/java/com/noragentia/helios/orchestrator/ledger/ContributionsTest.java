/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.noragentia.helios.orchestrator.edge.ProblemReplies;
import com.noragentia.helios.protocol.api.Contributions;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.wire.JsonCodec;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members are told of their contribution. The trial's clock begins on 1 March 2026. */
class ContributionsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LocalDate SECOND = LocalDate.parse("2026-03-02");

    private final HttpClient client = HttpClient.newHttpClient();
    private LedgerTrial trial;
    private Javalin http;

    @BeforeEach
    void open(@TempDir Path folder) {
        trial = new LedgerTrial(folder, LedgerRules.USUAL);
        http = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    new ProblemReplies().addTo(config.routes);
                    new ContributionRoutes(
                                    trial.store(),
                                    trial.ledger(),
                                    (_, _) -> Instant.EPOCH,
                                    ctx -> String.valueOf(ctx.header("Caller")),
                                    trial.clock)
                            .addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void close() {
        http.stop();
        trial.close();
    }

    private void twoDays() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t2", "Ana", "ben", "Ben", 50);
        trial.mint("c1", "ben2", "Ben", 15);
        trial.pass(Duration.ofDays(1));
        trial.tend();
        trial.passed("k1", "ben");
        trial.failed("k2", "ben2", "Ben");
    }

    private Contributions of(String member, LocalDate from, LocalDate to) {
        return of(member, from, to, (_, _) -> Instant.EPOCH);
    }

    private Contributions of(String member, LocalDate from, LocalDate to, MemberDates dates) {
        return trial.write(tx -> trial.ledger().contributions(tx, member, from, to, dates));
    }

    @Test
    void each_day_of_each_device_has_its_line() {
        twoDays();
        assertThat(of("Ben", FIRST, SECOND).days())
                .extracting(
                        Contributions.Day::day,
                        Contributions.Day::device,
                        Contributions.Day::expert,
                        Contributions.Day::tasks,
                        Contributions.Day::earned,
                        Contributions.Day::matured,
                        Contributions.Day::burned)
                .containsExactly(
                        tuple(FIRST, "ben", "chat", 2L, Credits.of(150), Credits.ZERO, Credits.ZERO),
                        tuple(FIRST, "ben2", "chat", 1L, Credits.of(15), Credits.ZERO, Credits.ZERO),
                        tuple(SECOND, null, null, 0L, Credits.ZERO, Credits.ZERO, Credits.of(600)),
                        tuple(SECOND, "ben", null, 0L, Credits.ZERO, Credits.of(150), Credits.ZERO),
                        tuple(SECOND, "ben2", null, 0L, Credits.ZERO, Credits.ZERO, Credits.of(15)));
    }

    @Test
    void who_asks_sees_what_was_spent_and_burned() {
        twoDays();
        assertThat(of("Ana", FIRST, SECOND).days())
                .extracting(
                        Contributions.Day::device,
                        Contributions.Day::tasks,
                        Contributions.Day::spent,
                        Contributions.Day::burned)
                .containsExactly(tuple(null, 2L, Credits.of(162), Credits.of(12)));
    }

    @Test
    void a_snapshot_and_a_crash_change_no_history() {
        twoDays();
        trial.settle("t3", "Ana", "ben", "Ben", 7);
        Contributions before = of("Ben", FIRST, SECOND);
        trial.tend();
        assertThat(of("Ben", FIRST, SECOND)).isEqualTo(before);
        trial.crash();
        assertThat(of("Ben", FIRST, SECOND)).isEqualTo(before);
    }

    @Test
    void what_was_in_memory_and_what_is_read_beside_the_writer_fit_together_or_are_not_told() {
        twoDays();
        trial.tend();
        trial.settle("t3", "Ana", "ben", "Ben", 7);
        RecentHistory recent =
                trial.write(tx -> trial.ledger().history(tx, "Ben", FIRST, SECOND, (_, _) -> Instant.EPOCH));
        Contributions before = of("Ben", FIRST, SECOND);
        assertThat(trial.store().<Optional<Contributions>>read(recent::with)).hasValue(before);

        trial.settle("t4", "Ana", "ben", "Ben", 9);
        assertThat(trial.store().<Optional<Contributions>>read(recent::with))
                .as("as of the moment at which it was asked for")
                .hasValue(before);
        trial.pass(Clerk.BETWEEN_SNAPSHOTS);
        trial.tend();
        assertThat(trial.store().<Optional<Contributions>>read(recent::with))
                .as("after a snapshot")
                .isEmpty();
    }

    @Test
    void days_outside_are_left_out() {
        twoDays();
        assertThat(of("Ben", SECOND, SECOND).days()).hasSize(3);
        assertThat(of("Ben", SECOND.plusDays(1), SECOND.plusDays(9)).days()).isEmpty();
    }

    @Test
    void the_sums_of_today_and_the_accounts_in_the_public_ledger_are_told() {
        twoDays();
        trial.settle("t3", "Ana", "ben", "Ben", 7);
        Contributions told = of("Ben", FIRST, SECOND);
        assertThat(told.owned()).isEqualTo(Credits.of(150 - 600));
        assertThat(told.pending()).isEqualTo(Credits.of(7));
        assertThat(told.lifetime()).isEqualTo(Credits.of(150));
        assertThat(told.account()).isEqualTo(trial.account("Ben").orElseThrow().text());
        assertThat(told.devices())
                .extracting(Contributions.Device::device, Contributions.Device::pending)
                .containsExactly(tuple("ben", Credits.of(7)), tuple("ben2", Credits.ZERO));
    }

    @Test
    void members_are_ranked_by_what_matured_lately() {
        trial.settle("t1", "Ana", "ben", "Ben", 100);
        trial.settle("t2", "Ana", "cleo", "Cleo", 100);
        trial.settle("t3", "Ana", "dora", "Dora", 900);
        trial.pass(Duration.ofHours(7));
        for (String device : new String[] {"ben", "cleo", "dora"}) {
            trial.passed("k-" + device, device);
        }
        assertThat(of("Dora", FIRST, FIRST).rank()).isEqualTo(new Contributions.Rank(1, 3));
        assertThat(of("Ben", FIRST, FIRST).rank()).isEqualTo(new Contributions.Rank(2, 3));
        assertThat(of("Cleo", FIRST, FIRST).rank()).isEqualTo(new Contributions.Rank(2, 3));
        assertThat(of("Ana", FIRST, FIRST).rank()).isNull();
    }

    @Test
    void a_newcomer_who_is_shown_a_higher_average_ranks_above_an_old_member_with_more() {
        Instant joined = trial.clock.instant();
        MemberDates dates = (_, member) -> member.equals("Nora") ? joined : Instant.EPOCH;
        trial.settle("t1", "Ana", "nora", "Nora", 100);
        trial.settle("t2", "Ana", "olga", "Olga", 300);
        trial.pass(Duration.ofHours(7));
        for (String device : new String[] {"nora", "olga"}) {
            trial.passed("k-" + device, device);
        }
        Contributions newcomer = of("Nora", FIRST, FIRST, dates);
        Contributions old = of("Olga", FIRST, FIRST, dates);

        assertThat(newcomer.recentAverage()).isGreaterThan(old.recentAverage());
        assertThat(newcomer.rank()).isEqualTo(new Contributions.Rank(1, 2));
        assertThat(old.rank()).isEqualTo(new Contributions.Rank(2, 2));
    }

    @Test
    void whom_the_ledger_does_not_know_has_given_nothing() {
        Contributions told = of("nobody", FIRST, SECOND);
        assertThat(told.days()).isEmpty();
        assertThat(told.account()).isNull();
        assertThat(told.owned()).isEqualTo(Credits.ZERO);
    }

    @Test
    void everybody_sees_only_their_own_over_http() throws Exception {
        twoDays();
        HttpResponse<String> reply = get("/api/v1/me/contributions", "Ana");
        Contributions told = JsonCodec.decode(reply.body(), Contributions.class, 100_000);
        assertThat(told.to()).isEqualTo(SECOND);
        assertThat(told.from()).isEqualTo(SECOND.minusDays(29));
        assertThat(told.days()).hasSize(1);
        assertThat(reply.body()).doesNotContain("ben");
    }

    @Test
    void the_sheet_has_a_line_for_each_day() throws Exception {
        twoDays();
        HttpResponse<String> reply = get("/api/v1/me/contributions.csv?from=2026-03-01&to=2026-03-01", "Ben");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(reply.body().split("\r\n", -1))
                .containsExactly(
                        "day,device,expert,tasks,earned,matured,spent,burned,granted,faded,corrected",
                        "2026-03-01,ben,chat,2,150,0,0,0,0,0,0",
                        "2026-03-01,ben2,chat,1,15,0,0,0,0,0,0",
                        "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2026-02-30",
                "from=2026-03-02&to=2026-03-01",
                "from=2025-03-01&to=2026-03-02",
                "from=-999999999-01-01",
                "to=%2B999999999-12-31&from=-999999999-01-01",
                "from=",
                "to=-999999999-01-01",
                "to=0000-01-01",
            })
    void days_that_are_none_or_too_many_are_refused(String query) throws Exception {
        assertThat(get("/api/v1/me/contributions?" + query, "Ben").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/me/contributions.csv?" + query, "Ben").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_year_may_be_asked_for() throws Exception {
        assertThat(get("/api/v1/me/contributions?from=2025-03-01&to=2026-03-01", "Ben")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String caller) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + path))
                .header("Caller", caller)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
