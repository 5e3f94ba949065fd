/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.text.ConfigFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of a listening model say of it. The numbers of tokens are those of its own vocabulary. Immutable.
 *
 * @param mels rows of the picture
 * @param positions steps of the encoder in a window, each {@value #MILLIS_PER_STEP} ms
 * @param width of the hidden states
 * @param layers of the decoder
 * @param vocabulary tokens there are
 * @param mostTokens that are written for one window
 * @param start begins a transcript
 * @param end ends one; all lesser tokens are text
 * @param firstTime the token of 0.00 s; each further one is {@value #MILLIS_PER_STEP} ms later
 * @param languages tokens of the languages it tells apart, by code; empty for a model of one language
 * @param transcribe tokens between language and text
 * @param suppressed tokens that are never written
 * @param suppressedFirst tokens that are not written first
 * @param latestStart the last time token that may come first, counted from {@code firstTime}
 * @param mostMillis of sound in a window that it hears well; behind it there is silence
 * @param pauseMillis within a window that it hears well
 */
public record ListenerConfig(
        int mels,
        int positions,
        int width,
        int layers,
        int vocabulary,
        int mostTokens,
        int start,
        int end,
        int firstTime,
        Map<String, Integer> languages,
        List<Integer> transcribe,
        List<Integer> suppressed,
        List<Integer> suppressedFirst,
        int latestStart,
        int mostMillis,
        int pauseMillis) {

    public static final int MILLIS_PER_STEP = 20;

    /** Whisper's own: half of the decoder's places are kept for what was said before. */
    private static final int SHARE_WRITTEN = 2;

    private static final int MOST_MELS = 256;
    private static final int MOST_WIDTH = 8_192;
    private static final int MOST_LAYERS = 128;
    private static final int MOST_VOCABULARY = 1 << 20;
    private static final int MOST_PLACES = 8_192;
    /** 30 s: what the front end draws. */
    private static final int POSITIONS = 1_500;

    /** The rest of the window is silence, as models of this kind have learnt with. */
    private static final int USUAL_MILLIS = 28_000;

    /** Who pauses so long begins something new. */
    private static final int USUAL_PAUSE_MILLIS = 2_000;

    private static final int LEAST_MILLIS = 4_000;
    private static final int LEAST_PAUSE_MILLIS = 300;

    private static final int RATE = 16_000;
    private static final int FOURIER = 400;
    private static final int HOP = 160;

    public ListenerConfig {
        languages = Map.copyOf(languages);
        transcribe = List.copyOf(transcribe);
        suppressed = List.copyOf(suppressed);
        suppressedFirst = List.copyOf(suppressedFirst);
    }

    /** The token that says that nobody speaks: it stands two before the times, before the one that declines them. */
    int noSpeech() {
        return firstTime - 2;
    }

    int noTimes() {
        return firstTime - 1;
    }

    /**
     * Reads {@code config.json}, {@code generation_config.json} and {@code preprocessor_config.json} as the public exports of Whisper have them. A
     * small model may add {@code helios_window_ms} and {@code helios_pause_ms}: for how long it can listen at once.
     *
     * @throws ModelFailure if one is missing, says what cannot be, or wants another front end than this program has
     */
    static ListenerConfig read(ModelSpace space) throws ModelFailure {
        JsonNode config = ConfigFile.required(space, "config.json");
        JsonNode writing = ConfigFile.required(space, "generation_config.json");
        checkFrontEnd(ConfigFile.required(space, "preprocessor_config.json"));
        int vocabulary = ConfigFile.number(config, "vocab_size", 1, MOST_VOCABULARY);
        int places = ConfigFile.number(config, "max_target_positions", 8, MOST_PLACES);
        int firstTime = ConfigFile.number(writing, "no_timestamps_token_id", 2, vocabulary - POSITIONS - 2) + 1;
        Map<String, Integer> languages = languages(writing, vocabulary);
        return new ListenerConfig(
                ConfigFile.number(config, "num_mel_bins", 1, MOST_MELS),
                ConfigFile.number(config, "max_source_positions", POSITIONS, POSITIONS),
                ConfigFile.number(config, "d_model", 1, MOST_WIDTH),
                ConfigFile.number(config, "decoder_layers", 1, MOST_LAYERS),
                vocabulary,
                places / SHARE_WRITTEN,
                ConfigFile.number(writing, "decoder_start_token_id", 0, vocabulary - 1),
                ConfigFile.number(writing, "eos_token_id", 0, firstTime - 1),
                firstTime,
                languages,
                languages.isEmpty()
                        ? List.of()
                        : List.of(ConfigFile.number(writing.path("task_to_id"), "transcribe", 0, vocabulary - 1)),
                tokens(writing, "suppress_tokens", vocabulary),
                tokens(writing, "begin_suppress_tokens", vocabulary),
                ConfigFile.numberOr(writing, "max_initial_timestamp_index", 0, Integer.MAX_VALUE, POSITIONS),
                ConfigFile.numberOr(writing, "helios_window_ms", LEAST_MILLIS, USUAL_MILLIS, USUAL_MILLIS),
                ConfigFile.numberOr(
                        writing, "helios_pause_ms", LEAST_PAUSE_MILLIS, USUAL_PAUSE_MILLIS, USUAL_PAUSE_MILLIS));
    }

    private static void checkFrontEnd(JsonNode file) throws ModelFailure {
        ConfigFile.number(file, "sampling_rate", RATE, RATE);
        ConfigFile.number(file, "n_fft", FOURIER, FOURIER);
        ConfigFile.number(file, "hop_length", HOP, HOP);
        ConfigFile.number(file, "n_samples", POSITIONS * 2 * HOP, POSITIONS * 2 * HOP);
    }

    /** {@code {"<|en|>": 50259, ...}}, if the model tells languages apart at all. */
    private static Map<String, Integer> languages(JsonNode writing, int vocabulary) throws ModelFailure {
        Map<String, Integer> languages = new TreeMap<>();
        JsonNode named = writing.path("lang_to_id");
        for (Map.Entry<String, JsonNode> language : named.properties()) {
            String code = language.getKey().replaceAll("[<|>]", "");
            if (!code.matches("[a-z]{2,4}")) {
                throw new ModelFailure("lang_to_id names no language");
            }
            languages.put(code, ConfigFile.number(named, language.getKey(), 0, vocabulary - 1));
        }
        return languages;
    }

    private static List<Integer> tokens(JsonNode writing, String name, int vocabulary) throws ModelFailure {
        List<Integer> tokens = new ArrayList<>();
        for (JsonNode token : writing.path(name)) {
            if (!token.canConvertToInt() || token.intValue() >= vocabulary) {
                throw new ModelFailure(name + " names no token");
            }
            if (token.intValue() >= 0) { // -1 is a public way to say: those that are no speech
                tokens.add(token.intValue());
            }
        }
        return tokens;
    }
}
