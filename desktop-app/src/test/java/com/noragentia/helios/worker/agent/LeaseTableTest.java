/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class LeaseTableTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource time = now::get;
    private final LeaseTable table = new LeaseTable(time.withZone(ZoneOffset.UTC));
    private final List<FromWorker> sent = new ArrayList<>();

    @Test
    void an_order_that_comes_twice_is_followed_once() {
        assertThat(table.open(task("a"), sent::add)).isPresent();
        assertThat(table.open(task("a"), sent::add)).isEmpty();
    }

    @Test
    void a_finished_lease_is_kept_for_two_minutes() {
        finish("a");

        now.set(Instant.EPOCH.plus(LeaseTable.FINISHED_KEPT_FOR));
        assertThat(table.ids()).containsExactly("a");
        now.set(Instant.EPOCH.plus(LeaseTable.FINISHED_KEPT_FOR).plusMillis(1));
        assertThat(table.ids()).isEmpty();
    }

    @Test
    void what_was_asked_is_forgotten_with_the_end() {
        HeldLease lease = table.open(task("a"), sent::add).orElseThrow();
        assertThat(lease.task().input().question()).isEqualTo("?");

        lease.end(completed("a"), time.instant());

        assertThatThrownBy(lease::task).isInstanceOf(IllegalStateException.class);
        lease.resume(sent::add, 0);
        assertThat(sent).containsExactly(completed("a"), completed("a"));
    }

    @Test
    void an_unfinished_lease_never_grows_too_old() {
        table.open(task("a"), sent::add);

        now.set(Instant.EPOCH.plusSeconds(1_000_000));

        assertThat(table.ids()).containsExactly("a");
    }

    @Test
    void of_many_finished_leases_the_oldest_go_first() {
        for (int i = 0; i < LeaseTable.FINISHED_KEPT + 2; i++) {
            now.set(Instant.EPOCH.plusMillis(i));
            finish("lease-" + i);
        }

        assertThat(table.ids())
                .hasSize(LeaseTable.FINISHED_KEPT)
                .doesNotContain("lease-0", "lease-1")
                .contains("lease-2");
    }

    private void finish(String id) {
        table.open(task(id), sent::add).orElseThrow().end(completed(id), time.instant());
    }

    private static FromWorker completed(String id) {
        return new FromWorker.Completed(id, new TaskOutput.Chat("", List.of(), AnswerOrigin.NONE), Usage.NONE);
    }

    private static ToWorker.RunTask task(String lease) {
        TaskInput input = new TaskInput.Chat(Language.EN, "?", List.of(), List.of());
        return new ToWorker.RunTask(lease, "task", "m", 1, Instant.MAX, 0, input, null, Map.of());
    }
}
