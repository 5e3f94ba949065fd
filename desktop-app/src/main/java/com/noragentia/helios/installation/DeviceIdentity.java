/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Who this device is: its key, and what people call it. */
public record DeviceIdentity(SigningKey key, String name) {

    private static final String FILE = "device.json";

    private record Stored(String key, String name) {}

    /** The identity of an installation; made and kept if it has none yet. */
    public static DeviceIdentity of(DataFolder folder, SecureRandom random) throws IOException {
        Path file = folder.file(FILE);
        Optional<Stored> stored = PrivateFiles.read(file, Stored.class);
        if (stored.isPresent()) {
            return new DeviceIdentity(
                    SigningKey.decode(stored.get().key()), stored.get().name());
        }
        DeviceIdentity fresh = new DeviceIdentity(SigningKey.generate(random), DeviceName.ofThisComputer());
        PrivateFiles.write(file, new Stored(fresh.key.encoded(), fresh.name));
        return fresh;
    }

    /** The device's id, derived from its key. */
    public String id() {
        return key.verifyingKey().fingerprint();
    }
}
