/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The flows of one lane in the order of their turns, and the lane's virtual time V: the start tag of the last ticket that began. A flow
 * without tickets is remembered only while its tag is ahead of V, and V catches up with all of them whenever nobody waits. Not
 * thread-safe; lives on the writer's thread.
 */
final class Flows {

    private final Map<String, Flow> byMember = new HashMap<>();
    private final NavigableSet<Flow> backlogged;
    private final NavigableSet<Flow> ahead = new TreeSet<>(Flow.BY_TAG);
    private double present;

    Flows(Comparator<Flow> byTurn) {
        this.backlogged = new TreeSet<>(byTurn);
    }

    /** The lane's virtual time, in credits over weight. Never goes back. */
    double present() {
        return present;
    }

    /** The member's flow; a new one, which starts now, where none is remembered. */
    Flow of(String member) {
        return byMember.computeIfAbsent(member, name -> new Flow(name, present));
    }

    Optional<Flow> find(String member) {
        return Optional.ofNullable(byMember.get(member));
    }

    Optional<Flow> next() {
        return backlogged.isEmpty() ? Optional.empty() : Optional.of(backlogged.getFirst());
    }

    Collection<Flow> inTurn() {
        return backlogged;
    }

    int count() {
        return byMember.size();
    }

    /** Changes a flow and puts it where it then belongs. Every change goes through here. */
    void change(Flow flow, Consumer<Flow> change) {
        if (flow.isBacklogged()) {
            backlogged.remove(flow);
        } else {
            ahead.remove(flow);
        }
        change.accept(flow);
        if (flow.isBacklogged()) {
            backlogged.add(flow);
        } else if (flow.parked().isEmpty()) {
            ahead.add(flow);
        }
        forgetThoseBehind();
    }

    /** A ticket began that started at {@code start}. */
    void advanceTo(double start) {
        present = Math.max(present, start);
        forgetThoseBehind();
    }

    private void forgetThoseBehind() {
        if (backlogged.isEmpty() && !ahead.isEmpty()) {
            present = Math.max(present, ahead.getLast().tag());
        }
        while (!ahead.isEmpty() && ahead.getFirst().tag() <= present) {
            byMember.remove(ahead.removeFirst().member());
        }
    }
}
