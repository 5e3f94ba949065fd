/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.policy.Wish;
import com.noragentia.helios.worker.policy.WorkerState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code helios worker pause}: nothing more, at once, for a while or until told. Exit code 2 for a time that is none. */
@Command(name = "pause", mixinStandardHelpOptions = true, resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class PauseCommand implements Callable<Integer> {

    private static final int WRONG_USAGE = 2;
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3})([mh])");
    private static final Duration LONGEST = Duration.ofDays(7);

    private final PrintStream out;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Parameters(arity = "0..1", paramLabel = "TIME")
    private @Nullable String time;

    PauseCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        WorkerTalk talk = WorkerTalk.about(data, out);
        Optional<Wish.Pause> pause = pause(time, Clock.system(ZoneId.systemDefault()));
        if (pause.isEmpty()) {
            talk.say("pause.time", String.valueOf(time), LONGEST.toHours());
            return WRONG_USAGE;
        }
        talk.wish(pause.get(), state -> state instanceof WorkerState.Paused);
        return 0;
    }

    /** What was written; empty for what is no time. */
    static Optional<Wish.Pause> pause(@Nullable String time, Clock clock) {
        if (time == null) {
            return Optional.of(new Wish.Pause(null));
        }
        if (time.equals("tomorrow")) {
            return Optional.of(Wish.Pause.untilTomorrow(clock, clock.getZone()));
        }
        Matcher written = TIME.matcher(time);
        if (!written.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(written.group(1));
        Duration length = written.group(2).equals("m") ? Duration.ofMinutes(count) : Duration.ofHours(count);
        return length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(Wish.Pause.of(length, clock));
    }
}
