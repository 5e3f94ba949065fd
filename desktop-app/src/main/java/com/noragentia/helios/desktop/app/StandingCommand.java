/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.contribution.StandingPhrases;
import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code helios standing}: what the network does for this member, and what is missing for more. */
@Command(name = "standing", mixinStandardHelpOptions = true)
final class StandingCommand implements Callable<Integer> {

    private final HeliosMain main;

    @Option(names = "--orchestrator", paramLabel = "URL")
    private @Nullable URI orchestrator;

    @Option(names = "--json")
    private boolean json;

    StandingCommand(HeliosMain main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException {
        Surroundings around = main.surroundings();
        NetworkAccess access = new NetworkAccess(around, new StatusLine(around.terminal()));
        try (NetworkClient network = access.joined(Optional.ofNullable(orchestrator))) {
            StandingReport report = network.standing();
            if (json) {
                around.terminal().out().println(JsonCodec.encodeToString(report));
            } else {
                new StandingPhrases(around.language(), ZoneId.systemDefault())
                        .story(report)
                        .forEach(around.terminal().out()::println);
            }
        }
        return ExitCode.OK.number();
    }
}
