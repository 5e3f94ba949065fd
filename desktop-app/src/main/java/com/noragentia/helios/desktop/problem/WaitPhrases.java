/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.problem;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.Language;
import java.util.Locale;

/** Says why a question waits, what to do about it, and how long it may take. Immutable and thread-safe. */
public final class WaitPhrases {

    private static final long LONGEST_IN_SECONDS = 90;
    private static final long MILLIS_PER_SECOND = 1_000;

    private final Phrases phrases;

    public WaitPhrases(Language language) {
        this.phrases = Phrases.beside(WaitPhrases.class, "wait", language);
    }

    public String sentence(WaitFacts wait) {
        WaitReason reason = wait.reason() == null ? WaitReason.QUEUE : wait.reason();
        String key = "wait." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String why = phrases.say(key, wait.position());
        Long millis = wait.estimateMillis();
        return millis == null || millis < 0 ? why : phrases.say("wait.with-estimate", why, estimate(millis));
    }

    private String estimate(long millis) {
        long seconds = Math.max(1, (millis + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND);
        return seconds <= LONGEST_IN_SECONDS
                ? phrases.say("estimate.seconds", seconds)
                : phrases.say("estimate.minutes", (seconds + 59) / 60);
    }
}
