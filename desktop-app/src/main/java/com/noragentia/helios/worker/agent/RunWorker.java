/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.connection.Enrolment;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.Recognition;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.FolderLock;
import com.noragentia.helios.installation.LogFile;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code helios worker run}: works for a network until it is stopped. */
@Command(name = "run", mixinStandardHelpOptions = true)
public final class RunWorker implements Callable<Integer> {

    private static final Duration PREDECESSOR = Duration.ofSeconds(18);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final WorkerParts parts;
    private final PrintStream reportLines;

    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    @Option(names = "--orchestrator", paramLabel = "URL")
    private @Nullable URI orchestrator;

    @Option(names = "--code", paramLabel = "CODE")
    private @Nullable String code;

    @Option(names = "--exit-with-parent")
    private boolean exitWithParent;

    RunWorker(WorkerParts parts, PrintStream reportLines) {
        this.parts = parts;
        this.reportLines = reportLines;
    }

    @Override
    public Integer call() throws IOException, ModelFailure, InterruptedException {
        DataFolder folder = DataFolder.locate(Optional.ofNullable(data)).create();
        FolderLock lock = lock(folder);
        try {
            return work(folder);
        } finally {
            lock.close();
        }
    }

    /** A worker whose parent has died may need a while for its last tasks, and its successor need not fail over that. */
    private FolderLock lock(DataFolder folder) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + (exitWithParent ? PREDECESSOR.toNanos() : 0);
        Optional<FolderLock> lock = FolderLock.take(folder, "worker");
        while (lock.isEmpty() && System.nanoTime() - deadline < 0) {
            if (never.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
            lock = FolderLock.take(folder, "worker");
        }
        return lock.orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_INVALID,
                "a worker works with this folder already",
                Map.of("reason", "already-working")));
    }

    private int work(DataFolder folder) throws IOException, ModelFailure, InterruptedException {
        LogFile.open(folder, "worker");
        HumblePriority.take();
        boolean isKnown = DeviceIdentity.isIn(folder);
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        Membership membership = membership(folder, device, isKnown);
        Worksite site =
                new Worksite(membership, device, ThisComputer.facts(device.name()), folder.tmp(), folder.receipts());
        try (WorkerLife life = new WorkerLife(site, parts, folder, reports(), exitWithParent, System.getenv())) {
            if (exitWithParent) {
                ParentWatch.start(System.in, life::end);
            }
            life.live();
        }
        return 0;
    }

    /** Lines for the program that started it; a person who did is also told in words why nothing happens. */
    private Consumer<WorkerReport> reports() {
        Consumer<WorkerReport> lines = new ReportLines(reportLines);
        return exitWithParent ? lines : lines.andThen(new IdleVoice(Language.of(Locale.getDefault()), System.err));
    }

    /**
     * The kept membership, unless a code asks for another; a network that is open takes a newcomer without one.
     *
     * @param isKnown whether the device had its key before, so that the network may remember it
     */
    private Membership membership(DataFolder folder, DeviceIdentity device, boolean isKnown)
            throws IOException, InterruptedException {
        Optional<Membership> kept = Membership.of(folder);
        if (code == null && kept.isPresent()) {
            return orchestrator == null ? kept.get() : kept.get().at(orchestrator);
        }
        if (code == null && orchestrator == null) {
            return Membership.require(folder, isKnown);
        }
        Membership joined = enrol(device, address(), isKnown);
        joined.save(folder);
        return joined;
    }

    private URI address() {
        if (orchestrator == null) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID,
                    "a code needs the address of its network",
                    Map.of("reason", "code-without-address"));
        }
        return orchestrator;
    }

    private Membership enrol(DeviceIdentity device, URI address, boolean isKnown) throws InterruptedException {
        OkHttpClient http = HttpClients.of(address);
        try {
            Enrolment enrolment = new Enrolment(http);
            if (code != null) {
                return enrolment.join(address, code, device);
            }
            Optional<Membership> lost = isKnown ? new Recognition(http).membership(address, device) : Optional.empty();
            return lost.isPresent() ? lost.get() : enrolment.found(address, device);
        } finally {
            HttpClients.close(http);
        }
    }
}
