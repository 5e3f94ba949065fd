/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.orchestrator.trial.StoredEvents;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobEventPage;
import com.noragentia.helios.protocol.api.JobEventPage.Numbered;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.message.ToWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The places from which events can be had, and their plain form in pages. */
class EventPlaceTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private Network network;
    private Member member;
    private Worker worker;
    private String job;
    private ToWorker.RunTask task;

    @BeforeEach
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
        worker = Worker.join(member).ready();
        job = member.ask("q");
        task = worker.hear(ToWorker.RunTask.class);
        worker.piece(task, 0, "one ");
        worker.working(task, Phase.SEARCHING);
        worker.piece(task, 1, "two ");
        worker.working(task, Phase.SEARCHING);
        await().atMost(SOON).until(() -> StoredEvents.count(network.data(), job) == 6);
    }

    @AfterEach
    void stop() {
        worker.close();
        network.close();
    }

    private Reply ask(String query) {
        return Member.send(
                member.request("/api/v1/jobs/" + job + "/events?" + query).header("Accept", "application/json"));
    }

    private JobEventPage page(String query) {
        return ask(query).as(JobEventPage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index=-1",
                "index=x",
                "index=",
                "index=1e3",
                "index=99999999999",
                "index=3",
                "index=2147483647",
                "index=1&after=1",
                "after=-1",
                "after=x",
                "after=",
                "after=7",
                "after=9223372036854775807",
                "after=92233720368547758070"
            })
    void a_place_that_is_none_is_refused(String query) {
        assertThat(ask(query).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(member.get("/api/v1/jobs/" + job + "/events?" + query).problem())
                .isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void from_an_index_on_comes_all_that_follows_the_piece_before_it() {
        assertThat(page("index=0")).isEqualTo(page("after=0")).isEqualTo(page(""));
        assertThat(page("index=0").events()).hasSize(6);
        assertThat(page("index=1").events())
                .containsExactly(
                        new Numbered(4, new JobEvent.Working(Phase.SEARCHING, 1, 2)),
                        new Numbered(5, new JobEvent.Token(1, "two ")),
                        new Numbered(6, new JobEvent.Working(Phase.SEARCHING, 1, 2)));
        assertThat(page("index=2").events()).extracting(Numbered::id).containsExactly(6L);
    }

    @Test
    void a_page_that_finds_no_news_waits_for_them() throws Exception {
        JobEventPage before = page("after=4");
        assertThat(before.next()).isEqualTo(6);
        assertThat(before.last()).isFalse();
        CompletableFuture<JobEventPage> coming = CompletableFuture.supplyAsync(() -> page("after=6"));
        worker.piece(task, 2, "three");
        JobEventPage news = coming.get(5, TimeUnit.SECONDS);
        assertThat(news.events()).containsExactly(new Numbered(7, new JobEvent.Token(2, "three")));

        worker.complete(task, "one two three");
        JobEventPage end = page("after=7");
        assertThat(end.last()).isTrue();
        assertThat(end.events()).singleElement().matches(event -> event.event() instanceof JobEvent.Done);
        assertThat(page("after=8")).isEqualTo(new JobEventPage(List.of(), 8, true));
    }

    @Test
    void only_the_owner_reads_pages() {
        Member stranger = network.anotherMember("stranger");
        assertThat(Member.send(stranger.request("/api/v1/jobs/" + job + "/events?index=0")
                                .header("Accept", "application/json"))
                        .problem())
                .isEqualTo(ProblemCode.JOB_NOT_FOUND);
    }
}
