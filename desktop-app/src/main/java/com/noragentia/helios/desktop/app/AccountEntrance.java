/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.connection.Enrolment;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.Recognition;
import com.noragentia.helios.connection.Recovery;
import com.noragentia.helios.desktop.account.RecoveryKey;
import com.noragentia.helios.desktop.account.SealedKeyFile;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
import com.noragentia.helios.installation.RunningNetwork;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** The ways into an account for a device that has none: a code, a puzzle, a recovery key. For one command. */
final class AccountEntrance {

    private final AccountCommandLine line;

    AccountEntrance(AccountCommandLine line) {
        this.line = line;
    }

    /** A way in. */
    private interface Entrance {
        Entered enter(OkHttpClient http, DeviceIdentity device) throws IOException, InterruptedException;
    }

    /** @param phrase that tells what it led to */
    private record Entered(Membership membership, String phrase) {}

    /** @param code empty to found an account of its own */
    int join(URI orchestrator, Optional<String> code) throws IOException, InterruptedException {
        boolean isKnown = DeviceIdentity.isIn(line.around().folder());
        return enter(orchestrator, (http, device) -> {
            if (code.isPresent()) {
                return new Entered(new Enrolment(http).join(orchestrator, code.get(), device), "account.joined");
            }
            Optional<Membership> lost =
                    isKnown ? new Recognition(http).membership(orchestrator, device) : Optional.empty();
            return lost.isPresent()
                    ? new Entered(lost.get(), "account.recognised")
                    : new Entered(founded(orchestrator, http, device), "account.founded");
        });
    }

    private Membership founded(URI orchestrator, OkHttpClient http, DeviceIdentity device) throws InterruptedException {
        StatusLine status = new StatusLine(line.around().terminal());
        status.show(line.words("account.joining"));
        try {
            return new Enrolment(http).found(orchestrator, device);
        } finally {
            status.clear();
        }
    }

    /** @param file empty to ask for the phrase */
    int recover(URI orchestrator, Optional<Path> file) throws IOException, InterruptedException {
        return enter(orchestrator, (http, device) -> {
            RecoveryKey key = file.isPresent() ? opened(file.get()) : typed();
            return new Entered(new Recovery(http).join(orchestrator, key.signingKey(), device), "account.recovered");
        });
    }

    private RecoveryKey typed() {
        return RecoveryKey.ofPhrase(line.answers().require(line.words("recovery.phrase?"), true));
    }

    private RecoveryKey opened(Path file) {
        SealedKeyFile sealed = SealedKeyFile.read(content(file));
        return sealed.open(
                line.answers().require(line.words("recovery.passphrase?"), true).toCharArray());
    }

    private static byte[] content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SealedKeyFile.MAX_BYTES + 1);
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.FILE_NOT_FOUND, "no such file", Map.of("file", String.valueOf(file.getFileName())));
        }
    }

    private int enter(URI orchestrator, Entrance entrance) throws IOException, InterruptedException {
        DataFolder folder = line.around().folder().create();
        requireNone(folder);
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        OkHttpClient http = HttpClients.of(orchestrator);
        try {
            Entered entered = entrance.enter(http, device);
            entered.membership().save(folder);
            line.conclude(entered.phrase());
            if (!line.isJson() && hasOtherRunning(folder, orchestrator)) {
                line.say("account.own-runs");
            }
            return ExitCode.OK.number();
        } finally {
            HttpClients.close(http);
        }
    }

    private static void requireNone(DataFolder folder) throws IOException {
        Optional<Membership> kept = Membership.ifReadable(folder);
        if (kept.isPresent()) {
            boolean isOwn = NetworkAccess.joinedElsewhere(folder).isEmpty();
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID,
                    "joined already",
                    Map.of("reason", isOwn ? "joined-own" : "already-joined"));
        }
    }

    /** Where the network of this computer runs, it goes on: it is not for this command to end it. */
    private static boolean hasOtherRunning(DataFolder folder, URI joined) {
        return RunningNetwork.of(folder)
                .filter(running -> !running.url().equals(joined))
                .isPresent();
    }
}
