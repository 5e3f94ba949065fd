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
 * then beside as many others as the loop lets write together; more of them are read twice, cut otherwise; and the bits of the logits are
 * compared. docs/inference.md says which graphs give the same.
 */
final class GraphProbe {

    /** As many as rows of a run, so that each row continues another length. */
    private static final int TOKENS = CacheBudget.MAX_ACTIVE;

    private static final int CHUNK = 4;

    /**
     * Two ways to cut the same prompt. Kernels take rows by twos or fours and treat those left over apart, so that odd pieces end and begin
     * where the other way has none. The last chunk has few enough rows for logits of all.
     */
    private static final int[][] ANYWHERE = {{35, 8}, {7, 6, 19, 3, 8}};

    /** The same prompt cut at multiples of four, with those left over in the company of others and not. */
    private static final int[][] BY_FOURS = {{36, 7}, {4, 20, 12, 7}, {40, 3}, {8, 28, 4, 3}};

    private static final int CUT_TOKENS = 43;

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

    /** How it behaves, and hashes of the logits of some ways to put tokens in. */
    private record Outcome(GraphBehaviour behaviour, int oneByOne, int inChunks, int cut) {}

    private Outcome outcome() throws ModelFailure {
        KeyValues keyValues = graph.keyValues(environment, growth -> {});
        try (TokenTensors tokens = new TokenTensors(
                        environment, graph.wantsPositions(), CUT_TOKENS, CUT_TOKENS, CacheBudget.MAX_ACTIVE);
                OrtSession.RunOptions options = new OrtSession.RunOptions()) {
            int[] empty = new int[CacheBudget.MAX_ACTIVE];
            Arrays.fill(empty, -1);
            keyValues.relay(new CacheLayout(new CacheShape(empty.length, CUT_TOKENS), empty), new int[0]);
            long[] shape = shapeOfLogits(tokens, keyValues);
            boolean all = shape[1] == 2;
            int vocabulary = Math.toIntExact(shape[2]);
            try (LogitRows rows = new LogitRows(environment, graph.logitsType(), vocabulary)) {
                ForwardPass pass = new ForwardPass(tokens, rows, all);
                Trial trial = new Trial(pass, options, keyValues, vocabulary);
                int[] cut = trial.cut(ANYWHERE[0]);
                Cuts cuts = trial.areTheSame(ANYWHERE)
                        ? Cuts.ANYWHERE
                        : trial.areTheSame(BY_FOURS) ? Cuts.BY_FOURS : Cuts.NOWHERE;
                int[][] oneByOne = trial.oneByOne();
                int[] inChunks = trial.cut(CHUNK, TOKENS - CHUNK);
                boolean exactChunks = cuts == Cuts.ANYWHERE && Arrays.equals(oneByOne[TOKENS - 1], inChunks);
                boolean batches = keyValues.sideBySide() && trial.isTheSameInCompany(oneByOne);
                return new Outcome(
                        new GraphBehaviour(vocabulary, all, batches, cuts, exactChunks),
                        Arrays.hashCode(oneByOne[TOKENS - 1]),
                        Arrays.hashCode(inChunks),
                        Arrays.hashCode(cut));
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

    /** The same tokens in several ways. */
    private final class Trial {

        private final ForwardPass pass;
        private final OrtSession.RunOptions options;
        private final KeyValues keyValues;
        private final int[] tokens;

        Trial(ForwardPass pass, OrtSession.RunOptions options, KeyValues keyValues, int vocabulary) {
            this.pass = pass;
            this.options = options;
            this.keyValues = keyValues;
            this.tokens = IntStream.range(0, CUT_TOKENS)
                    .map(i -> (int) ((i * 7919L + 13) % vocabulary))
                    .toArray();
        }

        /** Logits after each of the first tokens, which are in the first slot then. */
        int[][] oneByOne() throws OrtException {
            int[][] bits = new int[TOKENS][];
            for (int i = 0; i < TOKENS; i++) {
                run(0, new Span(i, tokens[i]));
                bits[i] = bits(pass.row(0));
            }
            return bits;
        }

        /** Logits after the last of the first tokens, which are read in such chunks. */
        int[] cut(int... chunks) throws OrtException {
            int read = 0;
            for (int i = 0; i < chunks.length; i++) {
                Span chunk = new Span(read, Arrays.copyOfRange(tokens, read, read + chunks[i]));
                pass.run(session, options, keyValues, 1, List.of(chunk), i == chunks.length - 1);
                read += chunks[i];
            }
            return bits(pass.row(chunks[chunks.length - 1] - 1));
        }

        boolean areTheSame(int[]... ways) throws OrtException {
            int[] one = cut(ways[0]);
            for (int[] other : ways) {
                if (!Arrays.equals(one, cut(other))) {
                    return false;
                }
            }
            return true;
        }

        /** The first tokens again, in runs of two rows up to as many as there may be, each row after another one of the tokens. */
        boolean isTheSameInCompany(int[][] alone) throws OrtException {
            for (int slot = 1; slot < CacheBudget.MAX_ACTIVE; slot++) {
                keyValues.copy(0, slot, TOKENS);
            }
            for (int rows = 2; rows <= CacheBudget.MAX_ACTIVE; rows++) {
                Span[] spans = IntStream.range(TOKENS - rows, TOKENS)
                        .mapToObj(i -> new Span(i, tokens[i]))
                        .toArray(Span[]::new);
                run(0, spans);
                for (int row = 0; row < rows; row++) {
                    if (!isThatOf(alone[TOKENS - rows + row], pass.row(row))) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean isThatOf(int[] bits, FloatBuffer row) {
            for (int expected : bits) {
                if (Float.floatToRawIntBits(row.get()) != expected) {
                    return false;
                }
            }
            return true;
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
