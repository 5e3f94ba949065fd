/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.generation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphFacts;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs a graph a few times before it is used, which also pages in its weights. The same tokens go in one by one, then four at a time,
 * then beside another sequence, and the bits of the logits are compared. docs/inference.md says which graphs give the same.
 */
final class GraphProbe {

    private static final int TOKENS = 8;
    private static final int CHUNK = 4;
    private static final int OTHER_TOKENS = 3;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final LanguageModelGraph graph;

    GraphProbe(OrtEnvironment environment, OrtSession session, LanguageModelGraph graph) {
        this.environment = environment;
        this.session = session;
        this.graph = graph;
    }

    /** What a session of this process computes: equal texts for equal bits. */
    static String said(OrtSession session, GraphFacts facts) throws ModelFailure {
        LanguageModelGraph graph = LanguageModelGraph.of(session, facts);
        return new GraphProbe(OrtEnvironment.getEnvironment(), session, graph)
                .outcome()
                .toString();
    }

    /** @throws ModelFailure if the graph does not run, or gives no logits */
    GraphBehaviour behaviour() throws ModelFailure {
        return outcome().behaviour();
    }

    /** How it behaves, and hashes of the logits of both ways to put tokens in. */
    private record Outcome(GraphBehaviour behaviour, int oneByOne, int inChunks) {}

    private Outcome outcome() throws ModelFailure {
        KeyValues keyValues = graph.keyValues(environment);
        try (TokenTensors tokens = new TokenTensors(environment, graph.wantsPositions(), CHUNK, 2 * TOKENS, 2);
                OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            keyValues.relay(new CacheLayout(new CacheShape(2, 2 * TOKENS), new int[] {-1, -1}), new int[0]);
            long[] shape = shapeOfLogits(tokens, keyValues);
            boolean all = shape[1] == 2;
            int vocabulary = Math.toIntExact(shape[2]);
            try (LogitRows rows = new LogitRows(environment, graph.logitsType(), vocabulary)) {
                ForwardPass pass = new ForwardPass(tokens, rows, all);
                Trial trial = new Trial(pass, options, keyValues, vocabulary);
                int[] oneByOne = trial.oneByOne();
                int[] inChunks = trial.inChunks();
                boolean exactChunks = Arrays.equals(oneByOne, inChunks);
                boolean batches = keyValues.sideBySide() && Arrays.equals(oneByOne, trial.besideAnother());
                return new Outcome(
                        new GraphBehaviour(vocabulary, all, batches, exactChunks),
                        Arrays.hashCode(oneByOne),
                        Arrays.hashCode(inChunks));
            }
        } catch (OrtException e) {
            throw new ModelFailure("the graph does not run as one of a language model", e);
        } finally {
            keyValues.close();
        }
    }

    private long[] shapeOfLogits(TokenTensors tokens, KeyValues keyValues) throws OrtException, ModelFailure {
        KeyValues.Ports ports = keyValues.ports(0, 1, 0);
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>(ports.inputs());
        tokens.addTo(inputs, List.of(new Span(0, 0, 1)));
        try (OrtSession.Result result = session.run(inputs, Set.of(LanguageModelGraph.LOGITS), ports.pinned())) {
            long[] shape = ((OnnxTensor) result.get(LanguageModelGraph.LOGITS).orElseThrow())
                    .getInfo()
                    .getShape();
            if (shape.length != 3 || shape[0] != 1 || shape[1] < 1 || shape[1] > 2 || shape[2] < 2) {
                throw new ModelFailure("logits of shape " + Arrays.toString(shape));
            }
            return shape;
        } finally {
            tokens.release();
        }
    }

    /** The same tokens in three ways. */
    private final class Trial {

        private final ForwardPass pass;
        private final OrtSession.RunOptions options;
        private final KeyValues keyValues;
        private final int[] tokens;

        Trial(ForwardPass pass, OrtSession.RunOptions options, KeyValues keyValues, int vocabulary) {
            this.pass = pass;
            this.options = options;
            this.keyValues = keyValues;
            this.tokens = IntStream.range(0, TOKENS)
                    .map(i -> (int) ((i * 7919L + 13) % vocabulary))
                    .toArray();
        }

        int[] oneByOne() throws OrtException {
            for (int i = 0; i < TOKENS; i++) {
                run(0, new Span(i, tokens[i]));
            }
            return bits(pass.row(0));
        }

        int[] inChunks() throws OrtException {
            for (int i = 0; i < TOKENS; i += CHUNK) {
                run(1, new Span(i, Arrays.copyOfRange(tokens, i, i + CHUNK)));
            }
            return bits(pass.row(CHUNK - 1));
        }

        /** The last token of the first sequence again, and one of the other. */
        int[] besideAnother() throws OrtException {
            Span last = new Span(TOKENS - 1, tokens[TOKENS - 1]);
            run(0, last, new Span(OTHER_TOKENS, tokens[0]));
            return bits(pass.row(0));
        }

        private void run(int slot, Span... spans) throws OrtException {
            pass.run(session, options, keyValues, slot, List.of(spans), true);
        }

        private int[] bits(FloatBuffer row) {
            int[] bits = new int[row.remaining()];
            for (int i = 0; i < bits.length; i++) {
                bits[i] = Float.floatToRawIntBits(row.get());
            }
            return bits;
        }
    }
}
