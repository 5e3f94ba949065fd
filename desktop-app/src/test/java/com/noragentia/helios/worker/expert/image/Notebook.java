/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.worker.expert.AnswerStream;
import java.util.ArrayList;
import java.util.List;

/** Notes what an expert streams. */
final class Notebook implements AnswerStream {

    private final List<String> pieces = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();

    @Override
    public void working(Phase phase, int done, int total) {
        phases.add(phase);
    }

    @Override
    public void piece(String text) {
        pieces.add(text);
    }

    List<String> pieces() {
        return pieces;
    }

    List<Phase> phases() {
        return phases;
    }
}
