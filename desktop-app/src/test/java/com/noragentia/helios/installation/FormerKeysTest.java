/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.keyring.NoKeyring;
import com.noragentia.helios.protocol.crypto.SigningKey;
import com.noragentia.helios.protocol.crypto.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FormerKeysTest {

    @TempDir
    private Path temporary;

    private DataFolder folder;

    @BeforeEach
    void prepare() throws Exception {
        folder = new DataFolder(temporary).create();
    }

    private VerifyingKey leave() throws IOException {
        VerifyingKey key = DeviceIdentity.of(folder, NoKeyring.absent(), new SecureRandom())
                .key()
                .verifyingKey();
        DeviceIdentity.forget(folder, NoKeyring.absent());
        return key;
    }

    @Test
    void who_leaves_writes_down_the_public_half_in_a_private_file() throws Exception {
        assertThat(FormerKeys.of(folder).keys()).isEmpty();
        VerifyingKey first = leave();
        VerifyingKey second = leave();

        assertThat(FormerKeys.of(folder).keys()).containsExactly(second, first);
        Path file = folder.file("former-keys.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_in_a_keyring_is_written_down_too_and_no_secret_is() throws Exception {
        PretendKeyring keyring = new PretendKeyring();
        DeviceIdentity identity = DeviceIdentity.of(folder, keyring, new SecureRandom());
        String secret = keyring.entries.getOrDefault(identity.id(), "").split("\\.")[0];

        DeviceIdentity.forget(folder, keyring);

        assertThat(FormerKeys.of(folder).keys()).containsExactly(identity.key().verifyingKey());
        assertThat(secret).isNotEmpty();
        assertThat(folder.file("former-keys.json")).content().doesNotContain(secret);
    }

    @Test
    void only_the_newest_are_remembered() throws Exception {
        VerifyingKey oldest = leave();
        for (int i = 0; i < FormerKeys.MOST; i++) {
            FormerKeys.add(folder, SigningKey.generate(new SecureRandom()).verifyingKey());
        }

        assertThat(FormerKeys.of(folder).keys()).hasSize(FormerKeys.MOST).doesNotContain(oldest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"keys\":null}", "{\"keys\":[null]}", "{\"keys\":[\"AAAA\"]}"})
    void a_damaged_list_vouches_for_nothing_and_holds_nobody_up(String damage) throws Exception {
        Files.writeString(folder.file("former-keys.json"), damage);

        assertThat(FormerKeys.of(folder).keys()).isEmpty();
        VerifyingKey left = leave();
        assertThat(FormerKeys.of(folder).keys()).containsExactly(left);
    }

    @Test
    void an_identity_that_is_damaged_can_be_left_too() throws Exception {
        Files.writeString(folder.file("device.json"), "{\"name\":\"pc\",\"keptKey\":\"x\"}");

        DeviceIdentity.forget(folder, NoKeyring.absent());

        assertThat(folder.file("device.json")).doesNotExist();
        assertThat(FormerKeys.of(folder).keys()).isEmpty();
    }
}
