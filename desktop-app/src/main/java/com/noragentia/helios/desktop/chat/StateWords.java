/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.AnswerState;
import com.noragentia.helios.desktop.problem.WaitPhrases;
import com.noragentia.helios.language.Phrases;
import java.util.Locale;

/** Says where an answer stands. */
record StateWords(ProblemWords problems) {

    /** Empty for an answer that is complete: it speaks for itself. */
    String say(AnswerState state, Phrases phrases) {
        return switch (state) {
            case AnswerState.Uploading u ->
                phrases.say(
                        u.asItIs() ? "state.uploading-as-it-is" : "state.uploading", u.file(), u.number(), u.total());
            case AnswerState.Sending s -> phrases.say("state.sending");
            case AnswerState.Waiting w -> phrases.say("state.waiting", w.position());
            case AnswerState.Explained e -> new WaitPhrases(phrases.language()).sentence(e.facts());
            case AnswerState.Started s -> phrases.say("state.started", s.worker());
            case AnswerState.Working w -> working(w, phrases);
            case AnswerState.Parts p -> phrases.say("state.parts", p.done(), p.total());
            case AnswerState.PassedOn p -> phrases.say("state.passed-on");
            case AnswerState.Stopping s -> phrases.say("state.stopping");
            case AnswerState.Answered a -> "";
            case AnswerState.Failed f -> problems.say(f.problem(), phrases.language());
            case AnswerState.Stopped s -> phrases.say("state.stopped");
            case AnswerState.Interrupted i -> phrases.say("state.interrupted");
        };
    }

    private static String working(AnswerState.Working working, Phrases phrases) {
        String key = "state." + working.phase().name().toLowerCase(Locale.ROOT);
        String sentence = phrases.say(key, working.worker().isEmpty() ? phrases.say("state.here") : working.worker());
        return working.total() > 0
                ? phrases.say("state.progress", sentence, working.done(), working.total())
                : phrases.say("state.no-progress", sentence);
    }
}
