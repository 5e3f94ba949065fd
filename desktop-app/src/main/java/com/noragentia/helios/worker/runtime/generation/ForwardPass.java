/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>(ports.inputs());
        Map<String, OnnxValue> pinned = new LinkedHashMap<>(ports.pinned());
        int width = spans.getFirst().tokens().length;
        int rows = givesAllLogits ? width : 1;
        skipped = width - rows;
        OnnxTensor row = wantsLogits ? logits.tensor(spans.size(), rows) : null;
        try {
            tokens.addTo(inputs, spans);
            if (row != null) {
                pinned.put(LanguageModelGraph.LOGITS, row);
            }
            keyValues.ran(first, session.run(inputs, ports.requested(), pinned, options));
        } finally {
            tokens.release();
            if (row != null) {
                row.close();
            }
        }
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
