/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.connection.OrchestratorCalls;
import com.noragentia.helios.installation.PrivateFiles;
import com.noragentia.helios.protocol.api.TokenGranted;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access token of this device. It is kept in a private file, so that the next command need not prove the key again, together with
 * the address and device it was granted for: it is never shown to another orchestrator. Thread-safe.
 */
final class Tokens {

    /** A token this close to its end might end on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final OrchestratorCalls calls;
    private final Login login;
    private final Path file;
    private final Clock clock;
    private final String address;
    private @Nullable Kept kept;

    private record Kept(String address, String device, String token, Instant expiresAt) {}

    Tokens(OrchestratorCalls calls, Login login, Path file, Clock clock) {
        this.calls = calls;
        this.login = login;
        this.file = file;
        this.clock = clock;
        this.address = calls.url("").toString();
    }

    /** A token that still holds, as far as its date tells. */
    synchronized String current() {
        Kept mine = kept;
        if (mine == null) {
            mine = stored().orElse(null);
        }
        if (mine == null || mine.expiresAt().minus(MARGIN).isBefore(clock.instant())) {
            mine = ask();
        }
        kept = mine;
        return mine.token();
    }

    /** A token in place of one that the orchestrator no longer takes; asks only once if several threads complain of the same. */
    synchronized String renewed(String rejected) {
        Kept mine = kept;
        if (mine == null || mine.token().equals(rejected)) {
            mine = ask();
            kept = mine;
        }
        return mine.token();
    }

    private Kept ask() {
        TokenGranted granted = login.over(calls).token();
        Kept fresh = new Kept(address, login.device(), granted.token(), granted.expiresAt());
        store(fresh);
        return fresh;
    }

    private Optional<Kept> stored() {
        try {
            return PrivateFiles.read(file, Kept.class)
                    .filter(found ->
                            found.address().equals(address) && found.device().equals(login.device()));
        } catch (IOException e) {
            return Optional.empty(); // a spoilt file costs one more proof, no more
        }
    }

    private void store(Kept token) {
        try {
            PrivateFiles.write(file, token);
        } catch (IOException e) {
            // The token still serves this process; the next one will ask again.
        }
    }
}
