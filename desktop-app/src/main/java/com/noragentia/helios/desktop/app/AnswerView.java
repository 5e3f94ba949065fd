/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.answer.NumberedSource;
import com.noragentia.helios.desktop.answer.WrittenPhrases;
import com.noragentia.helios.desktop.problem.WaitFacts;
import com.noragentia.helios.desktop.problem.WaitPhrases;
import com.noragentia.helios.language.ClockTime;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobResult;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows a job as it goes on: what happens on the status line, the answer as it comes, then where it comes from. For one thread. */
final class AnswerView implements Consumer<JobEvent> {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private final Phrases phrases;
    private final WaitPhrases waits;
    private final WrittenPhrases written;
    private final StatusLine status;
    private final PrintStream out;
    private final boolean streams;
    private final CrowdedOut crowdedOut;
    private boolean spoke;
    private int pieces;
    /** How many parts are read, in words, while there are some to read; empty otherwise. */
    private String reading = "";

    private @Nullable JobResult result;
    private @Nullable Problem problem;

    /** {@code streams} tells whether the answer is printed as it comes. */
    AnswerView(Surroundings around, StatusLine status, boolean streams) {
        this(around, status, streams, CrowdedOut.of(around));
    }

    /** {@code crowdedOut} tells what may keep the worker of this computer from answering. */
    AnswerView(Surroundings around, StatusLine status, boolean streams, CrowdedOut crowdedOut) {
        this.phrases = around.phrases();
        this.waits = new WaitPhrases(around.language());
        this.written = new WrittenPhrases(around.language());
        this.status = status;
        this.out = around.terminal().out();
        this.streams = streams;
        this.crowdedOut = crowdedOut;
    }

    @Override
    public void accept(JobEvent event) {
        switch (event) {
            case JobEvent.Queued queued -> tell(phrases.say("ask.queued", queued.position()));
            case JobEvent.Started started -> tell(phrases.say("ask.started", started.worker()));
            case JobEvent.Working working -> tell(working(working));
            case JobEvent.Parts parts -> count(parts);
            case JobEvent.Token token -> print(token);
            case JobEvent.Requeued requeued -> pass(requeued);
            case JobEvent.Done done -> result = done.result();
            case JobEvent.Faulted faulted -> problem = faulted.problem();
            case JobEvent.Cancelled cancelled -> problem = Problem.of(ProblemCode.JOB_CANCELLED, "cancelled");
            case JobEvent.Expired expired -> problem = Problem.of(ProblemCode.JOB_EXPIRED, "expired");
        }
    }

    /** Why it still waits. */
    void explain(JobStatus waiting) {
        WaitFacts facts = WaitFacts.of(waiting);
        boolean isCrowdedOut = crowdedOut.isSo(); // asked each time, as it tells of the time since
        String why = waits.sentence(facts);
        status.tell(isCrowdedOut && mayBeThisComputer(facts) ? phrases.say("ask.crowded-out", why) : why);
    }

    /** Whether it would not wait if the worker of this computer came to its turn. */
    private static boolean mayBeThisComputer(WaitFacts facts) {
        WaitReason reason = facts.reason();
        return reason == WaitReason.NO_WORKER
                || reason == WaitReason.MODEL_LOADING
                || reason == WaitReason.WORKERS_FAILED;
    }

    /** Several workers speak at once while parts are read: then the count says more than what any of them does. */
    private void tell(String news) {
        show(reading.isEmpty() ? news : reading);
    }

    private void show(String news) {
        if (!spoke) { // the line with the status may be the last of the answer
            status.show(news);
        }
    }

    private void count(JobEvent.Parts parts) {
        reading = phrases.say("ask.parts", parts.done(), parts.total());
        tell(reading);
        if (parts.done() == parts.total()) {
            reading = "";
        }
    }

    private String working(JobEvent.Working working) {
        String phase = phrases.say("ask.phase." + working.phase().name().toLowerCase(Locale.ROOT));
        return working.total() > 0 ? phrases.say("ask.steps", phase, working.done(), working.total()) : phase;
    }

    /** A piece that came before is not printed again. */
    private void print(JobEvent.Token piece) {
        if (streams && piece.index() >= pieces) {
            pieces = piece.index() + 1;
            status.clear();
            out.print(Terminal.harmless(piece.text()));
            out.flush();
            spoke = true;
        }
    }

    /** What is printed cannot be taken back, but it can be said to be void. */
    private void pass(JobEvent.Requeued requeued) {
        if (requeued.nextIndex() < pieces) {
            pieces = requeued.nextIndex();
            out.println();
            out.println(phrases.say("ask.anew"));
            out.flush();
        }
        show(phrases.say("ask.requeued"));
    }

    /**
     * How the job went.
     *
     * @throws ProblemException if it was not answered
     */
    JobResult result() {
        status.clear();
        if (result != null) {
            return result;
        }
        if (spoke) {
            out.println();
        }
        throw new ProblemException(
                problem == null ? Problem.of(ProblemCode.INTERNAL, "a job without an end") : problem);
    }

    /** Prints what follows an answer: its sources, who gave it, and how long it took. */
    void conclude(JobResult answered) {
        if (answered.output() instanceof TaskOutput.Audio audio && audio.text().isBlank()) {
            out.print(phrases.say("ask.nobody-speaks"));
        }
        out.println();
        List<NumberedSource> sources = NumberedSource.of(answered.output());
        if (!sources.isEmpty()) {
            out.println();
            out.println(phrases.say("ask.sources"));
            sources.forEach(each -> out.println("  " + each.mark() + Terminal.harmless(describe(each.source()))));
        }
        JobResult.Timings timings = answered.timings();
        out.println();
        written.of(answered).forEach(out::println);
        out.println(Terminal.harmless(phrases.say("ask.by", answered.worker(), answered.model())));
        out.println(phrases.say(
                "ask.times",
                timings.queue() / MILLIS_PER_SECOND,
                timings.firstToken() / MILLIS_PER_SECOND,
                timings.total() / MILLIS_PER_SECOND));
    }

    private String describe(Source source) {
        if (source.startMillis() != null) {
            return phrases.say("ask.source.time", source.file(), ClockTime.of(source.startMillis()), source.quote());
        }
        if (source.page() != null) {
            return phrases.say("ask.source.page", source.file(), source.page(), source.quote());
        }
        return source.paragraph() != null
                ? phrases.say("ask.source.paragraph", source.file(), source.paragraph(), source.quote())
                : phrases.say("ask.source.file", source.file(), source.quote());
    }
}
