/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.api.SkipReason;
import com.noragentia.helios.worker.agent.SessionEnd;
import com.noragentia.helios.worker.agent.WorkerReport;
import com.noragentia.helios.worker.policy.Wish;
import com.noragentia.helios.worker.policy.WorkerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerWatchTest {

    private final WorkerWatch watch = new WorkerWatch();
    private final List<LocalWorker> seen = new ArrayList<>();

    private LocalWorker after(WorkerReport... reports) {
        for (WorkerReport report : reports) {
            watch.accept(new NetworkEvent.Worker(report));
        }
        return seen.getLast();
    }

    @Test
    void reports_add_up_to_what_the_worker_does() {
        Runnable end = watch.follow(seen::add);
        assertThat(seen).containsExactly(LocalWorker.UNKNOWN);

        assertThat(after(new WorkerReport.Connecting("url")).presence()).isEqualTo(LocalWorker.Presence.AWAY);
        assertThat(after(new WorkerReport.Connected("s"), new WorkerReport.Loading("m"))
                        .loading())
                .containsExactly("m");
        assertThat(after(new WorkerReport.Ready("m", List.of())).loading()).isEmpty();
        assertThat(after(new WorkerReport.TaskStarted("l", "m")).tasks()).containsExactly("l");
        assertThat(after(new WorkerReport.TaskEnded("l", WorkerReport.TaskEnd.CANCELLED))
                        .tasks())
                .isEmpty();
        assertThat(after(new WorkerReport.PassedOver(Map.of(SkipReason.BUSY, 2)))
                        .passedOver())
                .containsExactly(Map.entry(SkipReason.BUSY, 2));
        assertThat(after(new WorkerReport.Disconnected(SessionEnd.CLOSED)))
                .isEqualTo(new LocalWorker(
                        LocalWorker.Presence.AWAY, Set.of(), Set.of(), Map.of(), false, Optional.empty()));

        end.run();
        int heard = seen.size();
        after(new WorkerReport.Connected("s"));
        assertThat(seen).hasSize(heard);
    }

    @Test
    void what_the_owner_s_policy_says_is_kept_over_a_lost_connection() {
        watch.follow(seen::add);
        WorkerState paused = new WorkerState.Paused(null);
        assertThat(after(new WorkerReport.Policy(paused)).policy()).contains(paused);
        assertThat(after(new WorkerReport.Connecting("url")).policy()).contains(paused);
    }

    @Test
    void a_wish_is_passed_on_where_somebody_hears_it() {
        List<Wish> heard = new ArrayList<>();
        WorkerWatch hearing = new WorkerWatch(heard::add);
        hearing.wish(new Wish.FinishThenPause());
        watch.wish(new Wish.Contribute());

        assertThat(heard).containsExactly(new Wish.FinishThenPause());
        assertThat(hearing.hears()).isTrue();
        assertThat(watch.hears()).isFalse();
    }

    @Test
    void a_ledger_that_was_doubted_stays_doubted_until_it_goes_on_from_what_it_was() {
        watch.follow(seen::add);
        assertThat(after(new WorkerReport.Connected("s")).isLedgerDoubted()).isFalse();
        assertThat(after(new WorkerReport.LedgerDoubted("forked")).isLedgerDoubted())
                .isTrue();

        for (WorkerReport later : List.of(
                new WorkerReport.Loading("m"),
                new WorkerReport.Ready("m", List.of()),
                new WorkerReport.TaskStarted("l", "m"),
                new WorkerReport.TaskEnded("l", WorkerReport.TaskEnd.CANCELLED),
                new WorkerReport.PassedOver(Map.of(SkipReason.BUSY, 2)),
                new WorkerReport.Disconnected(SessionEnd.CLOSED),
                new WorkerReport.Connecting("url"),
                new WorkerReport.Connected("s"))) {
            assertThat(after(later).isLedgerDoubted()).as(later.toString()).isTrue();
        }
        assertThat(after(new WorkerReport.LedgerGoesOn()).isLedgerDoubted()).isFalse();
    }
}
