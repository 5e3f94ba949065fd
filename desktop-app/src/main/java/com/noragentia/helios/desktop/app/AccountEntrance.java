/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.connection.Enrolment;
import com.noragentia.helios.connection.HttpClients;
import com.noragentia.helios.connection.Recovery;
import com.noragentia.helios.desktop.account.RecoveryKey;
import com.noragentia.helios.desktop.account.SealedKeyFile;
import com.noragentia.helios.installation.DeviceIdentity;
import com.noragentia.helios.installation.Membership;
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
        Membership enter(OkHttpClient http, DeviceIdentity device) throws IOException, InterruptedException;
    }

    /** @param code empty to found an account of its own */
    int join(URI orchestrator, Optional<String> code) throws IOException, InterruptedException {
        StatusLine status = new StatusLine(line.around().terminal());
        enter(orchestrator, (http, device) -> {
            Enrolment enrolment = new Enrolment(http);
            if (code.isPresent()) {
                return enrolment.join(orchestrator, code.get(), device);
            }
            status.show(line.words("account.joining"));
            return enrolment.found(orchestrator, device);
        });
        status.clear();
        line.conclude(code.isEmpty() ? "account.founded" : "account.joined");
        return ExitCode.OK.number();
    }

    /** @param file empty to ask for the phrase */
    int recover(URI orchestrator, Optional<Path> file) throws IOException, InterruptedException {
        enter(orchestrator, (http, device) -> {
            RecoveryKey key = file.isPresent() ? opened(file.get()) : typed();
            return new Recovery(http).join(orchestrator, key.signingKey(), device);
        });
        line.conclude("account.recovered");
        return ExitCode.OK.number();
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

    private void enter(URI orchestrator, Entrance entrance) throws IOException, InterruptedException {
        var folder = line.around().folder().create();
        if (Membership.of(folder).isPresent()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID, "joined already", Map.of("reason", "already-joined"));
        }
        DeviceIdentity device = DeviceIdentity.of(folder, new SecureRandom());
        OkHttpClient http = HttpClients.of(orchestrator);
        try {
            entrance.enter(http, device).save(folder);
        } finally {
            HttpClients.close(http);
        }
    }
}
