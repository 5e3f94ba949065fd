/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.decoding.EncoderDecoder;
import com.noragentia.helios.worker.runtime.text.HuggingFaceTextTokenizer;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A Whisper-like model: an encoder that looks at a window of sound once, and a merged decoder that writes down what is said in it. It closes with its
 * {@link ModelSpace}. Thread-safe; windows may be heard side by side.
 */
public final class ListeningModel {

    private static final String TOKENIZER = "tokenizer.json";
    /** Pictures, scores, and what the runtime keeps between operators. */
    private static final long BESIDE_BYTES = 16L << 20;

    private final ListenerConfig config;
    private final EncoderDecoder graphs;
    private final TextTokenizer tokenizer;

    private ListeningModel(ListenerConfig config, EncoderDecoder graphs, TextTokenizer tokenizer) {
        this.config = config;
        this.graphs = graphs;
        this.tokenizer = tokenizer;
    }

    /** Whether a model of these files is one that could be opened, as far as their names tell. */
    public static boolean opens(List<String> names) {
        return EncoderDecoder.isAmong(names)
                && names.containsAll(
                        List.of("config.json", "generation_config.json", "preprocessor_config.json", TOKENIZER));
    }

    /** @throws ModelFailure if a file is missing, or is not what the public exports of Whisper have */
    public static ListeningModel openIn(ModelSpace space) throws ModelFailure {
        ListenerConfig config = ListenerConfig.read(space);
        EncoderDecoder graphs = EncoderDecoder.openIn(space, config.vocabulary());
        space.takesLater(workBytes(config));
        return new ListeningModel(config, graphs, HuggingFaceTextTokenizer.open(space, TOKENIZER));
    }

    /**
     * What one window takes while it is heard: one layer's attention of all positions to all, its feed-forward, and the decoder's keys and values.
     */
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
        return graphs.read(
                mels,
                shape,
                run -> new WindowListener(config, tokenizer, run, new SplittableRandom(seed)).hear(soundMillis));
    }
}
