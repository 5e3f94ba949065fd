/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: an orchestrator, until somebody stops it. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable String data;

    @Option(names = "--host", paramLabel = "HOST")
    private @Nullable String host;

    @Option(names = "--port", paramLabel = "PORT")
    private @Nullable String port;

    @Option(names = "--config", paramLabel = "FILE")
    private @Nullable Path config;

    @Option(names = "--exit-with-parent")
    private boolean exitWithParent;

    @Override
    public Integer call() throws ConfigurationMistake, IOException, InterruptedException {
        Configuration configuration = configuration();
        ServiceLog.toFolder(new DataFolder(configuration.data()).logs(), configuration.logLevel());
        Orchestrator orchestrator = Orchestrator.start(configuration, Clock.systemUTC());
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            orchestrator.close();
            stopped.countDown();
        }));
        if (exitWithParent) {
            Thread.ofPlatform().daemon().name("parent-watch").start(RunCommand::exitWithStandardInput);
        }
        System.out.println("helios orchestrator ready " + orchestrator.address());
        stopped.await();
        return OrchestratorMain.OK;
    }

    private static void exitWithStandardInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("standard input broke, which tells the same as its end", e);
        }
        System.exit(OrchestratorMain.OK);
    }

    private Configuration configuration() throws ConfigurationMistake {
        ConfigurationSources sources = new ConfigurationSources().usualData(UsualFolder.ofThisComputer());
        if (config != null) {
            sources.file(config);
        }
        return sources.environment(System.getenv())
                .flag(Setting.DATA, Optional.ofNullable(data))
                .flag(Setting.HOST, Optional.ofNullable(host))
                .flag(Setting.PORT, Optional.ofNullable(port))
                .check();
    }
}
