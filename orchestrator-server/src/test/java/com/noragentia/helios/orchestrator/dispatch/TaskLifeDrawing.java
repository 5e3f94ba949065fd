/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.orchestrator.dispatch.TaskLife.Cause;
import com.noragentia.helios.orchestrator.dispatch.TaskLife.Event;
import com.noragentia.helios.orchestrator.dispatch.TaskLife.State;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The life of a task as {@code docs/jobs.md} shows it. */
final class TaskLifeDrawing {

    private static final List<State> STATES = List.of(State.values());
    private static final List<Event> EVENTS = List.of(Event.values());

    private TaskLifeDrawing() {}

    /** A Markdown table: events down, the states that they may change across. */
    static String table() {
        List<State> columns = STATES.stream().filter(state -> !state.isFinal()).toList();
        Stream<String> head = Stream.of(
                row(Stream.concat(
                        Stream.of("event", "caused by"), columns.stream().map(State::name))),
                "|---".repeat(columns.size() + 2) + "|");
        Stream<String> body = EVENTS.stream()
                .map(event -> row(Stream.concat(
                        Stream.of(word(event), causes(event)),
                        columns.stream()
                                .map(state -> TaskLife.next(state, event)
                                        .map(State::name)
                                        .orElse("–")))));
        return Stream.concat(head, body).collect(Collectors.joining("\n"));
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String causes(Event event) {
        return Arrays.stream(Cause.values())
                .filter(event::mayComeFrom)
                .map(TaskLifeDrawing::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A Mermaid state diagram: an arrow for each pair of states, with all events that lead from one to the other. */
    static String diagram() {
        Stream<String> begin = Stream.of("stateDiagram-v2", "    [*] --> QUEUED");
        Stream<String> arrows = STATES.stream().flatMap(from -> STATES.stream().flatMap(to -> arrow(from, to)));
        Stream<String> ends = STATES.stream().filter(State::isFinal).map(state -> "    " + state + " --> [*]");
        return Stream.of(begin, arrows, ends).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    }

    private static Stream<String> arrow(State from, State to) {
        String events = EVENTS.stream()
                .filter(event -> TaskLife.next(from, event).filter(to::equals).isPresent())
                .map(TaskLifeDrawing::word)
                .collect(Collectors.joining(", "));
        return events.isEmpty() ? Stream.of() : Stream.of("    " + from + " --> " + to + " : " + events);
    }
}
