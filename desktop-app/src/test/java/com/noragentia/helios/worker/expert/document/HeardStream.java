/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.worker.expert.AnswerStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Remembers what an expert said. */
public final class HeardStream implements AnswerStream {

    private final Set<Phase> phases = new LinkedHashSet<>();
    private final Set<String> steps = new LinkedHashSet<>();
    private final List<String> pieces = new ArrayList<>();

    @Override
    public void working(Phase phase, int done, int total) {
        phases.add(phase);
        steps.add(phase + " " + done);
    }

    @Override
    public void piece(String text) {
        pieces.add(text);
    }

    public Set<Phase> phases() {
        return phases;
    }

    /** How often something was reported that had not been before: only that is progress. */
    public long steps(Phase phase) {
        return steps.stream().filter(step -> step.startsWith(phase + " ")).count();
    }

    public List<String> pieces() {
        return pieces;
    }

    public String text() {
        return String.join("", pieces);
    }
}
