/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.keyring.Keyring;
import com.noragentia.helios.keyring.NoKeyring;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who this device is: its key, and what people call it. Both are in {@code device.json}, but for the secret half of a key that rests in the
 * keyring.
 */
public record DeviceIdentity(DeviceKey key, String name) {

    private static final String FILE = "device.json";

    /** An identity whose key is at hand. */
    public DeviceIdentity(SigningKey key, String name) {
        this(DeviceKey.of(key), name);
    }

    /**
     * As the file has it. One of the first two is there.
     *
     * @param key both halves, where the file is their place
     * @param keptKey the public half, where the secret one rests in the keyring
     * @param keyring which one
     */
    private record Stored(
            @Nullable String key,
            @Nullable String keptKey,
            @Nullable String keyring,
            String name) {}

    /** Whether an installation has one already. */
    public static boolean isIn(DataFolder folder) {
        return Files.exists(folder.file(FILE));
    }

    /**
     * The identity that an installation has; nothing is made.
     *
     * @throws ProblemException UNAUTHENTICATED if it has none
     */
    public static DeviceIdentity require(DataFolder folder) throws IOException {
        Optional<Stored> stored = PrivateFiles.read(folder.file(FILE), Stored.class);
        return known(
                stored.orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED, "this device has no key")),
                KeyringChoice.of(folder));
    }

    /** The identity of an installation; made and kept if it has none yet. */
    public static DeviceIdentity of(DataFolder folder, SecureRandom random) throws IOException {
        return of(folder, KeyringChoice.of(folder), random);
    }

    /**
     * The identity of an installation; made if it has none yet, and kept in the keyring if that takes it and gives it back, else in the file.
     * Of an identity that is there, the keyring is asked only when something is signed.
     *
     * @throws IOException if the file is there but is not an identity
     */
    static DeviceIdentity of(DataFolder folder, Keyring keyring, SecureRandom random) throws IOException {
        Optional<Stored> stored = PrivateFiles.read(folder.file(FILE), Stored.class);
        return stored.isPresent() ? known(stored.get(), keyring) : fresh(folder, keyring, random);
    }

    private static DeviceIdentity known(Stored stored, Keyring keyring) throws IOException {
        try {
            if (stored.key() != null) {
                return new DeviceIdentity(SigningKey.decode(stored.key()), stored.name());
            }
            if (stored.keptKey() != null) {
                VerifyingKey verifyingKey = VerifyingKey.decode(stored.keptKey());
                return new DeviceIdentity(inKeyring(verifyingKey, keyring), stored.name());
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(FILE + " holds no key", e);
        }
        throw new IOException(FILE + " holds no key");
    }

    private static DeviceKey inKeyring(VerifyingKey verifyingKey, Keyring keyring) {
        return new DeviceKey(
                verifyingKey, () -> find(keyring, verifyingKey.fingerprint()), keyring.refusal(), Clock.systemUTC());
    }

    private static Optional<SigningKey> find(Keyring keyring, String entry) {
        try {
            return keyring.find(entry).map(SigningKey::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // somebody else's entry
        }
    }

    private static DeviceIdentity fresh(DataFolder folder, Keyring keyring, SecureRandom random) throws IOException {
        String name = DeviceName.ofThisComputer();
        SigningKey offered = SigningKey.generate(random);
        VerifyingKey publicHalf = offered.verifyingKey();
        if (keyring.keep(publicHalf.fingerprint(), offered.encoded())) {
            PrivateFiles.write(folder.file(FILE), new Stored(null, publicHalf.encoded(), keyring.name(), name));
            return new DeviceIdentity(offered, name);
        }
        // Another one: a keyring that does not answer may have taken the first and not let go of it.
        SigningKey key = SigningKey.generate(random);
        PrivateFiles.write(folder.file(FILE), new Stored(key.encoded(), null, null, name));
        return new DeviceIdentity(key, name);
    }

    /**
     * Lets go of an installation's identity for good: the next one has another key, and so is another device. Of the old key the public half
     * is written down, as receipts were signed with it.
     */
    public static void forget(DataFolder folder) throws IOException {
        forget(folder, KeyringChoice.of(folder));
    }

    static void forget(DataFolder folder, Keyring keyring) throws IOException {
        Optional<Stored> stored = PrivateFiles.read(folder.file(FILE), Stored.class);
        Optional<VerifyingKey> former = stored.flatMap(DeviceIdentity::publicHalf);
        if (former.isPresent()) {
            FormerKeys.add(folder, former.get());
        }
        Files.deleteIfExists(folder.file(FILE));
        if (former.isPresent() && stored.get().keptKey() != null) {
            keyring.forget(former.get().fingerprint());
        }
    }

    private static Optional<VerifyingKey> publicHalf(Stored stored) {
        try {
            return Optional.of(known(stored, NoKeyring.absent()).key().verifyingKey());
        } catch (IOException e) {
            return Optional.empty(); // nothing was ever signed with it
        }
    }

    /** The device's id, derived from its key. */
    public String id() {
        return key.verifyingKey().fingerprint();
    }
}
