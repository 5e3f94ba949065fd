/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerChoiceTest {

    private static final WorkerLink NOWHERE = new WorkerLink() {
        @Override
        public void run(LeasedTask task) {}

        @Override
        public void cancel(String lease) {}

        @Override
        public void reload(String model) {}
    };

    @Test
    void nobody_gets_more_than_two_leases() {
        WorkerChoice choice = new WorkerChoice(List.of(worker("a", true)), Map.of("a", 1), new Random(1));
        assertThat(choice.choose(task(Optional.empty()))).isPresent();
        assertThat(choice.choose(task(Optional.empty()))).isEmpty();
        assertThat(choice.served()).isEmpty();
    }

    @Test
    void the_least_busy_is_chosen() {
        WorkerChoice choice =
                new WorkerChoice(List.of(worker("a", true), worker("b", true)), Map.of("a", 1), new Random(1));
        assertThat(choice.choose(task(Optional.empty())))
                .map(OnlineWorker::device)
                .contains("b");
    }

    @Test
    void chance_is_fair_among_equals() {
        Random random = new Random(7);
        Map<String, Integer> chosen = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            WorkerChoice choice = new WorkerChoice(List.of(worker("a", true), worker("b", true)), Map.of(), random);
            chosen.merge(choice.choose(task(Optional.empty())).orElseThrow().device(), 1, Integer::sum);
        }
        assertThat(chosen.get("a")).isBetween(430, 570);
    }

    @Test
    void whoever_failed_waits_for_others_even_if_they_are_busy() {
        WorkerChoice choice =
                new WorkerChoice(List.of(worker("a", true), worker("b", true)), Map.of("b", 2), new Random(1));
        assertThat(choice.choose(task(Optional.of("a")))).isEmpty();
        assertThat(choice.choose(task(Optional.of("c")))).isPresent();
    }

    @Test
    void whoever_failed_does_not_wait_for_a_model_that_is_still_loading() {
        WorkerChoice choice = new WorkerChoice(List.of(worker("a", true), worker("b", false)), Map.of(), new Random(1));
        assertThat(choice.choose(task(Optional.of("a")))).isPresent();
    }

    @Test
    void a_model_that_is_loading_serves_nobody_yet() {
        WorkerChoice choice = new WorkerChoice(List.of(worker("a", false)), Map.of(), new Random(1));
        assertThat(choice.served()).isEmpty();
        assertThat(choice.choose(task(Optional.empty()))).isEmpty();
    }

    private static OnlineWorker worker(String device, boolean ready) {
        return OnlineWorker.arrived(new Holder(device, "m", device, "s" + device), NOWHERE)
                .with(new HostedModel("model", Set.of(Expert.CHAT), ready));
    }

    private static WaitingTask task(Optional<String> lastWorker) {
        return new WaitingTask("t", "j", new TaskInput.Chat(Language.EN, "q", List.of(), List.of()), 1, 0, lastWorker);
    }
}
