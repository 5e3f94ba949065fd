/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;

/** Runs of a graph: tokens of one sequence or of several side by side go in, keys and values and rows of logits come out. For one thread. */
final class ForwardPass implements AutoCloseable {

    private final TokenTensors tokens;
    private final LogitRows logits;
    private final boolean givesAllLogits;
    private int skipped;

    /** @param givesAllLogits whether the graph gives a row for each token it is fed, and not for the last alone */
    ForwardPass(TokenTensors tokens, LogitRows logits, boolean givesAllLogits) {
        this.tokens = tokens;
        this.logits = logits;
        this.givesAllLogits = givesAllLogits;
    }

    /**
     * Runs the graph once.
     *
     * @param first slot; the sequences of {@code spans} are in it and those after it
     * @param spans equally many tokens of each; with several sequences, one token each
     * @param wantsLogits whether rows of logits are needed; if the graph gives all, for at most {@value LogitRows#MAX_ROWS} tokens
     */
    void run(
            OrtSession session,
            OrtSession.RunOptions options,
            KeyValues keyValues,
            int first,
            List<Span> spans,
            boolean wantsLogits)
            throws OrtException {
        KeyValues.Ports ports =
                keyValues.ports(first, spans.size(), spans.getFirst().past());
        int width = spans.getFirst().tokens().length;
        int rows = givesAllLogits ? width : 1;
        skipped = width - rows;
        OnnxTensor row = wantsLogits ? logits.tensor(spans.size(), rows) : null;
        OrtSession.Result result;
        // The ports are those of the next run too: what is this run's own goes again before anything else happens.
        try {
            tokens.addTo(ports.inputs(), spans);
            if (row != null) {
                ports.pinned().put(LanguageModelGraph.LOGITS, row);
            }
            result = session.run(ports.inputs(), ports.requested(), ports.pinned(), options);
        } finally {
            tokens.removeFrom(ports.inputs());
            if (row != null) {
                ports.pinned().remove(LanguageModelGraph.LOGITS);
                row.close();
            }
        }
        keyValues.ran(first, result);
    }

    /**
     * A row of logits of the last run.
     *
     * @param index of the token it follows: among those of the only sequence, or of the sequence where each put in one
     */
    FloatBuffer row(int index) {
        return logits.row(index - skipped);
    }

    @Override
    public void close() {
        tokens.close();
        logits.close();
    }
}
