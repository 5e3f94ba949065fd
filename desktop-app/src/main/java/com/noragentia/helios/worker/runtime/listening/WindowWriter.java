/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.decoding.DecoderRun;
import com.noragentia.helios.worker.runtime.decoding.Repetition;
import com.noragentia.helios.worker.runtime.decoding.Tokens;
import java.util.random.RandomGenerator;

/** Writes one window down, token by token. For one thread. */
final class WindowWriter {

    private final ListenerConfig config;
    private final TimeRules rules;
    private final DecoderRun run;
    private final RandomGenerator random;

    WindowWriter(ListenerConfig config, DecoderRun run, RandomGenerator random) {
        this.config = config;
        this.rules = new TimeRules(config);
        this.run = run;
        this.random = random;
    }

    /**
     * A draft, from the mark of the run on.
     *
     * @param scores of the first token; stay as they are
     * @param temperature 0 for the likeliest token each time; above, tokens are drawn
     */
    Draft write(float[] scores, double temperature) throws ModelFailure, InterruptedException {
        Tokens tokens = new Tokens();
        double log = 0;
        float[] row = scores.clone();
        while (tokens.size() < config.mostTokens()) {
            rules.apply(row, tokens);
            int token = temperature == 0 ? likeliest(row) : drawn(row, temperature);
            log += row[token] - TimeRules.logSum(row, 0, row.length);
            if (token == config.end()) {
                break;
            }
            tokens.add(token);
            int kept = Repetition.kept(tokens);
            if (kept < tokens.size()) {
                double average = log / tokens.size();
                tokens.keep(kept);
                return new Draft(tokens, average, true);
            }
            row = run.next(token);
        }
        return new Draft(tokens, log / (tokens.size() + 1), false);
    }

    private static int likeliest(float[] row) {
        int best = 0;
        for (int token = 1; token < row.length; token++) {
            if (row[token] > row[best]) {
                best = token;
            }
        }
        return best;
    }

    /** Gumbel's way to draw: the greatest of score/temperature − ln(−ln u). */
    private int drawn(float[] row, double temperature) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < row.length; token++) {
            if (row[token] > Float.NEGATIVE_INFINITY) {
                double luck = row[token] / temperature - Math.log(-Math.log(random.nextDouble(Double.MIN_NORMAL, 1)));
                if (luck > most) {
                    most = luck;
                    best = token;
                }
            }
        }
        return best;
    }
}
