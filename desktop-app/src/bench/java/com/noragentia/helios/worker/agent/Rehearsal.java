/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Does every part once on the bundled experts and notes the processor time that it takes, so that workers can be given a pace. For one use. */
final class Rehearsal {

    private static final double MILLIS = 1e3;
    /** Rounds that do not count, until the compilers have done most of their work; fewer where nobody works at that pace again. */
    private static final int WARM_UP = 3;

    private static final int LITTLE_WARM_UP = 1;
    /** Of which the least counts: the time of a child that reads a file is sometimes counted with the next part. */
    private static final int ROUNDS = 2;

    private final Workshop workshop;
    private final LongFiles files;
    private final int factor;
    private final boolean isWorkRepeated;
    private final Map<String, Long> millis = new LinkedHashMap<>();
    private final Map<String, TaskOutput> answers = new LinkedHashMap<>();

    /**
     * @param factor how many times slower than a whole core a worker is to be
     * @param isWorkRepeated whether the parts are worked on again; else workers say what was said here
     */
    Rehearsal(Workshop workshop, LongFiles files, int factor, boolean isWorkRepeated) {
        this.workshop = workshop;
        this.files = files;
        this.factor = factor;
        this.isWorkRepeated = isWorkRepeated;
    }

    void document() throws IOException, ModelFailure, InterruptedException {
        List<Attachment> file = List.of(files.text());
        int warmUp = isWorkRepeated ? WARM_UP : LITTLE_WARM_UP;
        int rounds = isWorkRepeated ? ROUNDS : 1;
        List<TaskInput.Combined> parts = new ArrayList<>();
        try (LoadedModel model = workshop.load("helios-retrieval-1")) {
            for (int number = 1; number <= LongFiles.SHARES; number++) {
                TaskInput share = new TaskInput.Document(
                        Language.EN, "", DocumentGoal.SUMMARY, file, new Share(number, LongFiles.SHARES));
                Workshop.Run run = run(model, share, number == 1 ? warmUp : 0, rounds);
                parts.add(new TaskInput.Combined(file.getFirst().name(), run.output()));
            }
            run(model, new TaskInput.Combine(Expert.DOCUMENT, Language.EN, "", parts), warmUp, rounds);
        }
    }

    void recording() throws IOException, ModelFailure, InterruptedException {
        List<Attachment> file = List.of(files.sound());
        try (LoadedModel model = workshop.load("helios-listen-1")) {
            for (int number = 1; number <= LongFiles.STRETCHES; number++) {
                run(
                        model,
                        new TaskInput.Audio(Language.EN, "", file, null, new Share(number, LongFiles.STRETCHES)),
                        number == 1 && isWorkRepeated ? 1 : 0,
                        1);
            }
        }
    }

    private Workshop.Run run(LoadedModel model, TaskInput part, int warmUp, int rounds)
            throws ModelFailure, InterruptedException {
        for (int i = 0; i < warmUp; i++) {
            Workshop.once(model, part, files);
        }
        Workshop.Run run = Workshop.once(model, part, files);
        for (int i = 1; i < rounds; i++) {
            Workshop.Run again = Workshop.once(model, part, files);
            run = again.seconds() < run.seconds() ? again : run;
        }
        String name = ServiceTimes.name(part).orElseThrow();
        answers.put(name, run.output());
        millis.put(name, Math.round(run.seconds() * factor * MILLIS));
        System.err.printf(Locale.ROOT, "  %-16s %.2f s of processor time%n", name, run.seconds());
        return run;
    }

    ServiceTimes times() {
        return isWorkRepeated
                ? new ServiceTimes(
                        millis,
                        Map.of(),
                        List.of(files.document().toString(), files.recording().toString()))
                : new ServiceTimes(millis, answers, List.of());
    }
}
