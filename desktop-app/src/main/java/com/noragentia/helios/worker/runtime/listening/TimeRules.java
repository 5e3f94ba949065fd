/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.listening;

import com.noragentia.helios.worker.runtime.decoding.Tokens;

/**
 * Which token may come next in a transcript with times, as Whisper's paper has it (Radford et al. 2022, section 2.3) and its published code settles:
 * it begins with a time; times stand in pairs, the end of a stretch and the beginning of the next, and never go back; where all times together are
 * likelier than any word, a time comes. What may not come gets the score −∞. Immutable and thread-safe.
 */
final class TimeRules {

    private final ListenerConfig config;

    TimeRules(ListenerConfig config) {
        this.config = config;
    }

    /**
     * Rules out what may not come.
     *
     * @param scores of all tokens, changed in place
     * @param written the tokens so far, the prompt not among them
     */
    void apply(float[] scores, Tokens written) {
        config.suppressed().forEach(token -> forbid(scores, token));
        forbid(scores, config.noTimes());
        if (written.size() == 0) {
            begin(scores);
        } else {
            goOn(scores, written);
        }
        if (logSum(scores, config.firstTime(), scores.length) > most(scores, config.firstTime())) {
            forbid(scores, 0, config.firstTime());
        }
    }

    private void begin(float[] scores) {
        config.suppressedFirst().forEach(token -> forbid(scores, token));
        forbid(scores, 0, config.firstTime());
        forbid(scores, Math.min((long) config.firstTime() + config.latestStart() + 1, scores.length), scores.length);
    }

    private void goOn(float[] scores, Tokens written) {
        boolean wasTime = written.last() >= config.firstTime();
        boolean wasTimeBefore = written.size() < 2 || written.get(written.size() - 2) >= config.firstTime();
        if (wasTime && wasTimeBefore) {
            forbid(scores, config.firstTime(), scores.length); // a stretch has begun: words
        } else if (wasTime) {
            forbid(scores, 0, config.end()); // one has ended: the next begins, or all is said
        }
        int latest = written.lastFrom(config.firstTime());
        if (latest >= 0) {
            // The next stretch may begin when the last has ended, but none ends when it begins.
            forbid(scores, config.firstTime(), wasTime && !wasTimeBefore ? latest : latest + 1L);
        }
    }

    private static void forbid(float[] scores, int token) {
        scores[token] = Float.NEGATIVE_INFINITY;
    }

    private static void forbid(float[] scores, long from, long to) {
        for (long token = from; token < to; token++) {
            scores[(int) token] = Float.NEGATIVE_INFINITY;
        }
    }

    private static float most(float[] scores, int to) {
        float most = Float.NEGATIVE_INFINITY;
        for (int token = 0; token < to; token++) {
            most = Math.max(most, scores[token]);
        }
        return most;
    }

    /** ln Σ exp of some scores; −∞ for none. */
    static double logSum(float[] scores, int from, int to) {
        float most = Float.NEGATIVE_INFINITY;
        for (int token = from; token < to; token++) {
            most = Math.max(most, scores[token]);
        }
        if (most == Float.NEGATIVE_INFINITY) {
            return most;
        }
        double sum = 0;
        for (int token = from; token < to; token++) {
            sum += Math.exp(scores[token] - most);
        }
        return most + Math.log(sum);
    }
}
