/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.dispatch.TaskLife.Cause;
import com.noragentia.helios.orchestrator.dispatch.TaskLife.Event;
import com.noragentia.helios.orchestrator.dispatch.TaskLife.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskLifeTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "jobs.md");

    @Test
    void the_document_shows_the_table_of_the_code() throws IOException {
        assertShows("table", "<!-- table of TaskLife -->\n" + TaskLifeDrawing.table() + "\n<!-- end of table -->");
    }

    @Test
    void the_document_draws_the_states_of_the_code() throws IOException {
        assertShows("diagram", "```mermaid\n" + TaskLifeDrawing.diagram() + "\n```");
    }

    private static void assertShows(String what, String expected) throws IOException {
        assertThat(Files.readString(DOCUMENT).contains(expected))
                .withFailMessage("docs/jobs.md shows another %s. Put this there:%n%s%n", what, expected)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void nothing_changes_what_has_ended(Event event) {
        assertThat(EnumSet.allOf(State.class))
                .filteredOn(State::isFinal)
                .hasSize(4)
                .allSatisfy(state -> assertThat(TaskLife.next(state, event)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void a_worker_changes_only_what_it_has_a_lease_of(Event event) {
        if (event.mayComeFrom(Cause.WORKER_WITH_LEASE)) {
            assertThat(TaskLife.next(State.QUEUED, event)).isEmpty();
        }
    }

    @Test
    void a_member_can_only_cancel_and_can_until_the_end() {
        assertThat(EnumSet.allOf(Event.class))
                .filteredOn(event -> event.mayComeFrom(Cause.MEMBER))
                .containsExactly(Event.CANCEL);
        assertThat(EnumSet.allOf(State.class))
                .filteredOn(state -> !state.isFinal())
                .allSatisfy(
                        state -> assertThat(TaskLife.next(state, Event.CANCEL)).contains(State.CANCELLED));
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"LEASED", "RUNNING", "STREAMING"})
    void every_setback_leads_back_to_the_queue_or_to_the_end(State state) {
        Set<Event> setbacks = EnumSet.range(Event.CAPACITY, Event.DISCONNECT);

        assertThat(setbacks)
                .allSatisfy(event -> assertThat(TaskLife.next(state, event)).contains(State.QUEUED));
        assertThat(EnumSet.of(Event.BAD_REQUEST, Event.POISON, Event.EXHAUSTED))
                .allSatisfy(event -> assertThat(TaskLife.next(state, event)).contains(State.FAULTED));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_member_is_shown_an_end_when_it_is_one(State state) {
        assertThat(state.shown().isFinal()).isEqualTo(state.isFinal());
    }
}
