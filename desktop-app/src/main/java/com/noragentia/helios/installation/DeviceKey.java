/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.keyring.Keyring;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The key of a device, wherever its secret half rests. That half is fetched when something is first signed, since a keyring may be locked:
 * whoever only starts does not wait for it. Thread-safe.
 */
public final class DeviceKey {

    /** Nobody likes to be asked for a password every second; a worker that cannot connect would do so. */
    static final Duration REST_AFTER_REFUSAL = Duration.ofMinutes(1);

    private final VerifyingKey verifyingKey;
    private final Supplier<Optional<SigningKey>> secret;
    private final String refusal;
    private final Clock clock;
    private @Nullable SigningKey held;
    private Instant askAgain = Instant.MIN;

    /** @param refusal the reason that is told where {@code secret} gives nothing */
    DeviceKey(VerifyingKey verifyingKey, Supplier<Optional<SigningKey>> secret, String refusal, Clock clock) {
        this.verifyingKey = verifyingKey;
        this.secret = secret;
        this.refusal = refusal;
        this.clock = clock;
    }

    /** A key that is at hand. */
    public static DeviceKey of(SigningKey key) {
        return new DeviceKey(key.verifyingKey(), () -> Optional.of(key), "keyring-absent", Clock.systemUTC());
    }

    /** The public half; never asks anybody. */
    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    /**
     * The signature over {@code message}, base64url.
     *
     * @throws ProblemException UNAUTHENTICATED, reason {@link Keyring#refusal}, if the keyring does not give the secret half
     */
    public String sign(byte[] message) {
        return secret().sign(message);
    }

    private synchronized SigningKey secret() {
        SigningKey known = held;
        if (known == null) {
            known = fetch();
            held = known;
        }
        return known;
    }

    private SigningKey fetch() {
        if (clock.instant().isBefore(askAgain)) {
            throw locked();
        }
        Optional<SigningKey> found =
                secret.get().filter(key -> key.verifyingKey().equals(verifyingKey));
        if (found.isEmpty()) {
            askAgain = clock.instant().plus(REST_AFTER_REFUSAL);
            throw locked();
        }
        return found.get();
    }

    private ProblemException locked() {
        return new ProblemException(
                ProblemCode.UNAUTHENTICATED, "the keyring does not give this device's key", Map.of("reason", refusal));
    }

    /** Tells which key it is, and nothing secret. */
    @Override
    public String toString() {
        return "DeviceKey[" + verifyingKey.fingerprint() + "]";
    }
}
