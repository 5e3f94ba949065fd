/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.worker.policy.Serves;
import com.noragentia.helios.worker.policy.Wish;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code helios worker resume}: takes a pause or a farewell back. */
@Command(name = "resume", mixinStandardHelpOptions = true, resourceBundle = "com.noragentia.helios.worker.agent.usage")
public final class ResumeCommand implements Callable<Integer> {

    private final PrintStream out;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    ResumeCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        WorkerTalk.about(data, out).wish(new Wish.Contribute(), state -> state.serves() != Serves.NOBODY);
        return 0;
    }
}
