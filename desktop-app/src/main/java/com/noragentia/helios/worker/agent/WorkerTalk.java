/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.policy.PolicyFiles;
import com.noragentia.helios.worker.policy.Told;
import com.noragentia.helios.worker.policy.Wish;
import com.noragentia.helios.worker.policy.WorkerPhrases;
import com.noragentia.helios.worker.policy.WorkerState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the commands have in common by which an owner speaks to the worker of this computer: its files, and its words. */
final class WorkerTalk {

    private static final Duration GLANCE = Duration.ofMillis(50);
    /** A worker that is busy starting may take a moment to read the files. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PolicyFiles files;
    private final PrintStream out;
    private final WorkerPhrases phrases =
            new WorkerPhrases(Language.of(Locale.getDefault()), Clock.system(ZoneId.systemDefault()));

    private WorkerTalk(PolicyFiles files, PrintStream out) {
        this.files = files;
        this.out = out;
    }

    /** @param data the folder that the command line names, if any */
    static WorkerTalk about(@Nullable Path data, PrintStream out) throws IOException {
        return new WorkerTalk(
                new PolicyFiles(DataFolder.locate(Optional.ofNullable(data)).create()), out);
    }

    PolicyFiles files() {
        return files;
    }

    void say(String key, Object... values) {
        out.println(phrases.say(key, values));
    }

    /** Wishes it, and says what the worker makes of it. */
    void wish(Wish wish, Predicate<WorkerState> heeded) throws IOException, InterruptedException {
        files.wish(wish);
        Optional<Told> before = files.told();
        if (before.isEmpty()) {
            say("kept");
            return;
        }
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Optional<Told> now = before;
        while (now.filter(told -> heeded.test(told.state())).isEmpty() && System.nanoTime() - deadline < 0) {
            if (never.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
            now = files.told();
        }
        now.ifPresent(told -> out.println(phrases.sentence(told.state())));
    }

    /** All that there is to say of a worker. */
    void tellWhy(Told told) {
        out.println(phrases.sentence(told.state()));
        String advice = phrases.advice(told.state());
        if (!advice.isEmpty()) {
            out.println(advice);
        }
        say("why.cores", told.cores(), told.allCores());
        told.unknown().stream().sorted().map(phrases::unknown).forEach(out::println);
        told.faults().forEach(fault -> say("why.fault", fault));
    }
}
