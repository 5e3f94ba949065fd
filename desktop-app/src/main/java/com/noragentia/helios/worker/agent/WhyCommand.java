/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.policy.Told;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code helios worker why}: what the worker of this computer does, why, what would change it, and what cannot be told. Exit code 1 without one. */
@Command(name = "why", mixinStandardHelpOptions = true, resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class WhyCommand implements Callable<Integer> {

    private static final int NONE = 1;

    private final PrintStream out;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    WhyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        WorkerTalk talk = WorkerTalk.about(data, out);
        Optional<Told> told = talk.files().told();
        if (told.isEmpty()) {
            talk.say("why.none");
            return NONE;
        }
        talk.tellWhy(told.get());
        return 0;
    }
}
