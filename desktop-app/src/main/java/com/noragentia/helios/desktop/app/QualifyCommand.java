/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.NetworkClient;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.QualificationStatus.Stage;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code helios qualify}: has this computer checked at once instead of bit by bit, and tells how that goes. */
@Command(name = "qualify", mixinStandardHelpOptions = true)
final class QualifyCommand implements Callable<Integer> {

    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** A worker that was just started loads its models meanwhile. */
    private static final Duration PATIENCE_WITHOUT_WORKER = Duration.ofSeconds(45);

    private final HeliosMain main;

    @Option(names = "--orchestrator", paramLabel = "URL")
    private @Nullable URI orchestrator;

    QualifyCommand(HeliosMain main) {
        this.main = main;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Surroundings around = main.surroundings();
        StatusLine status = new StatusLine(around.terminal());
        try (NetworkClient network = new NetworkAccess(around, status).joined(Optional.ofNullable(orchestrator))) {
            QualificationStatus[] now = {network.qualify()};
            Instant begun = around.clock().instant();
            boolean isSettled = Polling.until(
                    () -> {
                        tell(now[0], around, status);
                        boolean isOver = isOver(now[0]) || isAlone(now[0], begun, around.clock());
                        now[0] = isOver ? now[0] : network.qualification();
                        return isOver;
                    },
                    GLANCE,
                    PATIENCE);
            status.clear();
            if (isSettled && now[0].stage() == Stage.WAITING && !hasEnough(now[0])) {
                around.say("qualify.no-worker");
                return ExitCode.REQUEST_PROBLEM.number();
            }
            around.say(
                    !isSettled ? "qualify.later" : hasEnough(now[0]) ? "qualify.done" : "qualify.over",
                    now[0].passed(),
                    now[0].needed());
            return (hasEnough(now[0]) ? ExitCode.OK : ExitCode.REQUEST_PROBLEM).number();
        } finally {
            status.clear();
        }
    }

    private static void tell(QualificationStatus now, Surroundings around, StatusLine status) {
        String key = now.stage() == Stage.WAITING ? "qualify.waiting" : "qualify.running";
        status.show(around.phrases().say(key, now.passed(), now.needed()));
    }

    private static boolean isOver(QualificationStatus now) {
        return hasEnough(now) || now.stage() == Stage.OVER;
    }

    /** Nobody to check has come for so long that none will. */
    private static boolean isAlone(QualificationStatus now, Instant begun, Clock clock) {
        return now.stage() == Stage.WAITING && !clock.instant().isBefore(begun.plus(PATIENCE_WITHOUT_WORKER));
    }

    private static boolean hasEnough(QualificationStatus now) {
        return now.passed() >= now.needed();
    }
}
