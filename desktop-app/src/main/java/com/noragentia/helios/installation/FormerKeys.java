/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys that this computer had before it left a network, in a private file beside its identity. What is signed with another key is
 * not shown to be this computer's, whatever stands beside it.
 *
 * @param keys the newest first, at most {@value #MOST}
 */
public record FormerKeys(List<VerifyingKey> keys) {

    /** Nobody joins anew so often; the oldest go first, and what they signed can then not be checked any more. */
    static final int MOST = 64;

    private static final String FILE = "former-keys.json";
    private static final Logger LOG = LoggerFactory.getLogger(FormerKeys.class);

    /** @param keys as {@link VerifyingKey#encoded} writes them */
    private record Stored(List<String> keys) {

        private Stored {
            keys = List.copyOf(keys);
        }
    }

    public FormerKeys {
        keys = List.copyOf(keys);
    }

    /** Those of an installation; none where their file is missing or damaged. */
    public static FormerKeys of(DataFolder folder) {
        try {
            return new FormerKeys(PrivateFiles.read(folder.file(FILE), Stored.class).stream()
                    .flatMap(stored -> stored.keys().stream())
                    .limit(MOST)
                    .map(VerifyingKey::decode)
                    .toList());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read; receipts from before this computer left a network count as unknown", FILE, e);
            return new FormerKeys(List.of());
        }
    }

    /** Writes down a key that is about to go. */
    static void add(DataFolder folder, VerifyingKey key) throws IOException {
        List<String> keys = Stream.concat(Stream.of(key), of(folder).keys().stream())
                .distinct()
                .limit(MOST)
                .map(VerifyingKey::encoded)
                .toList();
        PrivateFiles.write(folder.file(FILE), new Stored(keys));
    }
}
