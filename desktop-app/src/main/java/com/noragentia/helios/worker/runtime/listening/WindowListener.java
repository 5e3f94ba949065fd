/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.decoding.DecoderRun;
import com.noragentia.helios.worker.runtime.decoding.Repetition;
import com.noragentia.helios.worker.runtime.decoding.Tokens;
import com.noragentia.helios.worker.runtime.text.TextTokenizer;
import com.noragentia.helios.worker.runtime.text.TokenDecoder;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Hears one window whose sound is encoded: tells the language, has it written down, and has that done again with some chance where the likeliest
 * words go round in circles or are not likely at all (Radford et al. 2022, section 4.5). For one thread.
 */
final class WindowListener {

    /** Whisper has six; each costs as much as the first. */
    private static final List<Double> TEMPERATURES = List.of(0.0, 0.4, 0.8);

    /** Radford et al. 2022, section 4.5. */
    private static final double LEAST_AVERAGE_LOG = -1;

    private static final double NOBODY_SPEAKS = 0.6;

    private final ListenerConfig config;
    private final TextTokenizer tokenizer;
    private final DecoderRun run;
    private final WindowWriter writer;

    WindowListener(ListenerConfig config, TextTokenizer tokenizer, DecoderRun run, RandomGenerator random) {
        this.config = config;
        this.tokenizer = tokenizer;
        this.run = run;
        writer = new WindowWriter(config, run, random);
    }

    Heard hear(int soundMillis) throws ModelFailure, InterruptedException {
        float[] scores = run.next(config.start());
        double nobody = Math.exp(scores[config.noSpeech()] - TimeRules.logSum(scores, 0, scores.length));
        String language = language(scores);
        if (!language.isEmpty()) {
            scores = run.next(config.languages().getOrDefault(language, config.start()));
            for (int token : config.transcribe()) {
                scores = run.next(token);
            }
        }
        run.mark();
        Draft draft = draft(scores.clone(), nobody);
        boolean isSilent = nobody > NOBODY_SPEAKS && draft.averageLog() < LEAST_AVERAGE_LOG;
        List<Heard.Segment> segments =
                isSilent ? List.of() : TimedText.of(draft.tokens(), config, soundMillis, this::text);
        return segments.isEmpty() ? Heard.NOBODY : new Heard(language, segments);
    }

    private String language(float[] scores) {
        return config.languages().entrySet().stream()
                .max((one, other) -> Float.compare(scores[one.getValue()], scores[other.getValue()]))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** The first that makes sense; else the likeliest of those that do not go round, else the first, broken off. */
    private Draft draft(float[] scores, double nobody) throws ModelFailure, InterruptedException {
        Draft best = writer.write(scores, TEMPERATURES.getFirst());
        for (double temperature : TEMPERATURES.subList(1, TEMPERATURES.size())) {
            boolean isUnlikely = best.averageLog() < LEAST_AVERAGE_LOG;
            boolean goesRound = goesRound(best);
            if (!goesRound && (!isUnlikely || nobody > NOBODY_SPEAKS)) {
                return best;
            }
            run.rewind();
            Draft next = writer.write(scores, temperature);
            if (!goesRound(next) && (goesRound || next.averageLog() > best.averageLog())) {
                best = next;
            }
        }
        return best;
    }

    private boolean goesRound(Draft draft) {
        return draft.goesRound()
                || Repetition.isIn(text(draft.tokens(), 0, draft.tokens().size()));
    }

    /** The words among some tokens. */
    private String text(Tokens tokens, int from, int to) {
        TokenDecoder decoder = tokenizer.decoder();
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (tokens.get(i) < config.end()) {
                text.append(decoder.next(tokens.get(i)));
            }
        }
        return text.append(decoder.rest()).toString();
    }
}
