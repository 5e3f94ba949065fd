/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.GraphOpener;
import com.noragentia.helios.worker.runtime.InterruptibleRun;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.HuggingFaceTextTokenizer;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A Whisper-like model: an encoder that looks at a window of sound once, and a merged decoder that writes down what is said in it. It closes with its
 * {@link ModelSpace}. Thread-safe; windows may be heard side by side.
 */
public final class ListeningModel {

    private static final String ENCODER = "encoder";
    private static final String DECODER = "decoder";
    private static final String GRAPH = ".onnx";
    private static final String TOKENIZER = "tokenizer.json";
    /** More do not make a step faster: its matrices are narrow. */
    private static final int MOST_THREADS = 4;
    /** Pictures, scores, and what the runtime keeps between operators. */
    private static final long BESIDE_BYTES = 16L << 20;

    private final ListenerConfig config;
    private final OrtEnvironment environment;
    private final OrtSession encoder;
    private final String picture;
    private final DecoderGraph decoder;
    private final TextTokenizer tokenizer;

    private ListeningModel(
            ListenerConfig config,
            OrtEnvironment environment,
            OrtSession encoder,
            DecoderGraph decoder,
            TextTokenizer tokenizer) {
        this.config = config;
        this.environment = environment;
        this.encoder = encoder;
        this.picture = encoder.getInputNames().iterator().next();
        this.decoder = decoder;
        this.tokenizer = tokenizer;
    }

    /** Whether a model of these files is one that could be opened, as far as their names tell. */
    public static boolean opens(List<String> names) {
        return graphs(names, ENCODER).size() == 1
                && graphs(names, DECODER).size() == 1
                && names.containsAll(
                        List.of("config.json", "generation_config.json", "preprocessor_config.json", TOKENIZER));
    }

    private static List<String> graphs(List<String> names, String beginning) {
        return names.stream()
                .filter(name -> name.startsWith(beginning) && name.endsWith(GRAPH))
                .toList();
    }

    /** @throws ModelFailure if a file is missing, or is not what the public exports of Whisper have */
    public static ListeningModel openIn(ModelSpace space) throws ModelFailure {
        ListenerConfig config = ListenerConfig.read(space);
        List<String> names =
                space.manifest().files().stream().map(file -> file.name()).toList();
        GraphOpener encoder = opener(space, graphs(names, ENCODER));
        OrtSession listens = session(space, encoder);
        DecoderGraph writes = DecoderGraph.of(session(space, opener(space, graphs(names, DECODER))));
        space.takesLater(workBytes(config));
        return new ListeningModel(
                config, encoder.environment(), listens, writes, HuggingFaceTextTokenizer.open(space, TOKENIZER));
    }

    private static GraphOpener opener(ModelSpace space, List<String> names) throws ModelFailure {
        if (names.size() != 1) {
            throw new ModelFailure(space.manifest().id() + " has no encoder with one decoder");
        }
        return space.opener(names.getFirst(), Optional.empty());
    }

    private static OrtSession session(ModelSpace space, GraphOpener opener) throws ModelFailure {
        int cores = Runtime.getRuntime().availableProcessors();
        OrtSession session = opener.open(Math.min(MOST_THREADS, cores));
        space.own(() -> close(session));
        return session;
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a session does not close", e);
        }
    }

    /** What one window takes while it is heard: one layer's attention of all positions to all, its feed-forward, and the decoder's keys and values. */
    static long workBytes(ListenerConfig config) {
        long positions = config.positions();
        long attention = 2 * positions * positions * Math.max(1, config.width() / 64);
        long states = 12 * positions * config.width();
        long keys = 2L * config.layers() * config.width() * (positions + 3L * config.mostTokens());
        return Float.BYTES * (attention + states + keys) + BESIDE_BYTES;
    }

    public ListenerConfig config() {
        return config;
    }

    /**
     * Hears one window.
     *
     * @param mels [{@link ListenerConfig#mels()}, 2 · {@link ListenerConfig#positions()}], row by row
     * @param soundMillis how long the window really is; behind it is silence
     * @param seed of what is drawn where the likeliest words make no sense; the same words come of the same seed
     * @throws InterruptedException if the thread was interrupted, also within a step
     */
    public Heard hear(float[] mels, int soundMillis, long seed) throws ModelFailure, InterruptedException {
        long[] shape = {1, config.mels(), 2L * config.positions()};
        try (OnnxTensor seen = OnnxTensor.createTensor(environment, FloatBuffer.wrap(mels), shape);
                OrtSession.Result result = encode(seen)) {
            if (!(result.get(0) instanceof OnnxTensor states)) {
                throw new ModelFailure("the encoder gives no states");
            }
            try (DecoderRun run = new DecoderRun(environment, decoder, states, config.vocabulary())) {
                return new WindowListener(config, tokenizer, run, new SplittableRandom(seed)).hear(soundMillis);
            }
        } catch (OrtException e) {
            throw new ModelFailure("a window cannot be heard", e);
        }
    }

    private OrtSession.Result encode(OnnxTensor seen) throws OrtException, ModelFailure, InterruptedException {
        try (InterruptibleRun run = new InterruptibleRun()) {
            return encoder.run(Map.of(picture, seen), run.options());
        } catch (OrtException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled while listening");
            }
            throw new ModelFailure("the encoder does not run", e);
        }
    }
}
