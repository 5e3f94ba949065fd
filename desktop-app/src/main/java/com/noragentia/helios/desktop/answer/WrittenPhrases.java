/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.answer;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Written;
import java.util.ArrayList;
import java.util.List;

/** Says of what a model wrote or heard what people should know: that it is a demonstration, that it breaks off, that not all was read. */
public final class WrittenPhrases {

    private static final double MILLIS_PER_SECOND = 1000;

    /** Fewer after the first, or in less time, say nothing of the speed: pieces come several at once. */
    private static final int LEAST_TOKENS = 16;

    private static final long LEAST_MILLIS = 200;

    private final Phrases phrases;

    public WrittenPhrases(Language language) {
        this.phrases = Phrases.beside(WrittenPhrases.class, "written", language);
    }

    /** Sentences, the most important first; none where there is nothing to be said. */
    public List<String> of(JobResult result) {
        if (result.output() instanceof TaskOutput.Audio audio
                && audio.spoken() != null
                && audio.spoken().demonstration()) {
            return List.of(phrases.say("demonstration.listening"));
        }
        Written written = result.output().writing();
        return written == null ? List.of() : of(written, result);
    }

    private List<String> of(Written written, JobResult result) {
        List<String> sentences = new ArrayList<>();
        if (written.demonstration()) {
            sentences.add(phrases.say("demonstration"));
        }
        switch (written.stop()) {
            case LENGTH -> sentences.add(phrases.say("length"));
            case STOP_STRING -> sentences.add(phrases.say("stop-string"));
            case STOP -> {} // as it should
        }
        if (written.turnsLeftOut() > 0) {
            sentences.add(phrases.say("left-out", written.turnsLeftOut()));
        }
        long tokens = result.usage().outputTokens();
        long millis = result.timings().total() - result.timings().firstToken();
        if (tokens > LEAST_TOKENS && millis >= LEAST_MILLIS) {
            sentences.add(phrases.say("speed", tokens, (tokens - 1) * MILLIS_PER_SECOND / millis));
        } else if (tokens > 1) {
            sentences.add(phrases.say("tokens", tokens));
        }
        return sentences;
    }
}
