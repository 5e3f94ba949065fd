/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.noragentia.helios.keyring.Keyring;
import com.noragentia.helios.keyring.NoKeyring;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.crypto.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeviceKeyTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    private Path temporary;

    private final PretendKeyring keyring = new PretendKeyring();
    private DataFolder folder;

    @BeforeEach
    void prepare() throws Exception {
        folder = new DataFolder(temporary).create();
    }

    @Test
    void a_key_rests_in_the_keyring_and_its_secret_half_in_no_file() throws Exception {
        DeviceIdentity first = identity(keyring);
        DeviceIdentity second = identity(keyring);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.key().verifyingKey().verifies(MESSAGE, second.key().sign(MESSAGE)))
                .isTrue();
        String secret = keyring.entries.getOrDefault(first.id(), "").split("\\.")[0];
        assertThat(secret).isNotEmpty();
        assertThat(file()).contains("pretend").doesNotContain(secret);
    }

    @Test
    void where_the_keyring_is_absent_locked_or_forgetful_the_key_rests_in_the_private_file() throws Exception {
        PretendKeyring locked = new PretendKeyring();
        locked.lock();

        for (Keyring useless :
                new Keyring[] {NoKeyring.absent(), NoKeyring.switchedOff(), locked, new PretendKeyring().forgetful()}) {
            Files.deleteIfExists(folder.file("device.json"));
            DeviceIdentity fresh = identity(useless);

            assertThat(file()).contains("\"key\"").doesNotContain(useless.name());
            assertThat(identity(NoKeyring.absent()).key().sign(MESSAGE))
                    .isEqualTo(fresh.key().sign(MESSAGE));
        }
    }

    @Test
    void a_locked_keyring_holds_up_no_start_only_what_must_be_signed() throws Exception {
        String id = identity(keyring).id();
        keyring.lock();
        int asked = keyring.questions();

        DeviceIdentity started = identity(keyring);

        assertThat(started.id()).isEqualTo(id);
        assertThat(keyring.questions()).isEqualTo(asked);
        assertLocked(started.key());
    }

    @Test
    void somebody_who_just_refused_is_left_in_peace_and_asked_again_later() {
        SigningKey signingKey = SigningKey.generate(new SecureRandom());
        keyring.keep("mine", signingKey.encoded());
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource time = now::get;
        DeviceKey key = new DeviceKey(
                signingKey.verifyingKey(),
                () -> keyring.find("mine").map(SigningKey::decode),
                keyring.refusal(),
                new MovedClock(time));
        keyring.lock();
        assertLocked(key);
        keyring.unlock();

        now.set(Instant.EPOCH.plus(DeviceKey.REST_AFTER_REFUSAL).minusMillis(1));
        assertLocked(key);
        assertThat(keyring.questions()).isEqualTo(1);

        now.set(Instant.EPOCH.plus(DeviceKey.REST_AFTER_REFUSAL));
        assertThat(key.sign(MESSAGE)).isEqualTo(signingKey.sign(MESSAGE));
        assertThat(key.sign(MESSAGE)).isEqualTo(signingKey.sign(MESSAGE));
        assertThat(keyring.questions()).isEqualTo(2);
    }

    private static final class MovedClock extends Clock {

        private final InstantSource time;

        private MovedClock(InstantSource time) {
            this.time = time;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return time.instant();
        }
    }

    @Test
    void a_keyring_that_is_switched_off_or_absent_is_not_called_locked() throws Exception {
        var unused = identity(keyring);

        assertRefused(identity(NoKeyring.switchedOff()).key(), "keyring-off");
        assertRefused(identity(NoKeyring.absent()).key(), "keyring-absent");
    }

    @Test
    void a_key_that_somebody_put_in_place_of_ours_signs_nothing() throws Exception {
        DeviceIdentity mine = identity(keyring);
        for (String foreign :
                new String[] {SigningKey.generate(new SecureRandom()).encoded(), "garbage", "a.b"}) {
            keyring.entries.put(mine.id(), foreign);

            assertLocked(identity(keyring).key());
        }
    }

    @Test
    void a_file_without_any_key_is_refused() throws Exception {
        for (String spoilt : new String[] {
            "{\"name\":\"pc\"}", "{\"name\":\"pc\",\"keptKey\":\"x\"}", "{\"name\":\"pc\",\"key\":\"x.y\"}"
        }) {
            Files.writeString(folder.file("device.json"), spoilt);

            assertThatThrownBy(() -> identity(keyring)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_is_forgotten_is_forgotten_by_the_keyring_too() throws Exception {
        String before = identity(keyring).id();

        DeviceIdentity.forget(folder, keyring);

        assertThat(keyring.entries).isEmpty();
        assertThat(folder.file("device.json")).doesNotExist();
        assertThat(identity(keyring).id()).isNotEqualTo(before);
    }

    @Test
    void a_key_that_a_keyring_took_and_did_not_give_back_is_not_used() throws Exception {
        PretendKeyring silent = new PretendKeyring().silent();

        DeviceIdentity fresh = identity(silent);

        assertThat(silent.entries).isNotEmpty().doesNotContainKey(fresh.id());
        assertThat(file()).doesNotContain(silent.entries.values());
    }

    @Test
    void only_the_usual_folder_of_a_user_uses_the_keyring() throws Exception {
        Path tool = Files.createFile(temporary.resolve("secret-tool"));
        assertThat(tool.toFile().setExecutable(true)).isTrue();
        Map<String, String> desktop = Map.of(
                "PATH", temporary.toString(), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/x", "HELIOS_DATA", "/srv/helios");
        Path home = Path.of("/home/ana");
        DataFolder usual = new DataFolder(home.resolve(".local/share/helios"));

        assertThat(choice(usual, desktop, home)).isEqualTo("secret-service");
        assertThat(choice(new DataFolder(Path.of("/srv/helios")), desktop, home))
                .isEqualTo("none");
        assertThat(choice(
                        usual,
                        Map.of("HELIOS_KEYRING", "off", "PATH", temporary.toString(), "DBUS_SESSION_BUS_ADDRESS", "x"),
                        home))
                .isEqualTo("none");
        assertThat(choice(usual, Map.of(), home)).isEqualTo("none");
    }

    private static String choice(DataFolder folder, Map<String, String> environment, Path home) {
        return KeyringChoice.of(folder, environment, OperatingSystem.LINUX, home)
                .name();
    }

    private DeviceIdentity identity(Keyring place) throws IOException {
        return DeviceIdentity.of(folder, place, new SecureRandom());
    }

    private String file() throws IOException {
        return Files.readString(folder.file("device.json"));
    }

    private static void assertLocked(DeviceKey key) {
        assertRefused(key, "keyring-locked");
    }

    private static void assertRefused(DeviceKey key, String reason) {
        assertThatThrownBy(() -> key.sign(MESSAGE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(Optional.ofNullable(e.problem().values().get("reason")))
                                .contains(reason));
    }
}
