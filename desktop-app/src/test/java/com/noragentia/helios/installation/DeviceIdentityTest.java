/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeviceIdentityTest {

    @TempDir
    private Path temporary;

    @Test
    void a_device_keeps_its_key_for_life() throws Exception {
        DataFolder folder = new DataFolder(temporary).create();

        DeviceIdentity first = DeviceIdentity.of(folder, new SecureRandom());
        DeviceIdentity second = DeviceIdentity.of(folder, new SecureRandom());

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.key()
                        .verifyingKey()
                        .verifies(new byte[] {1}, second.key().sign(new byte[] {1})))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("device.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_hostile_host_name_is_cleaned_and_cut() throws Exception {
        Path hostName = Files.writeString(temporary.resolve("hostname"), "\u001b[31mred<script>" + "x".repeat(200));

        String name = DeviceName.of(Map.of(), hostName);

        assertThat(name).startsWith("31mredscript").hasSize(64);
        assertThat(DeviceName.of(Map.of(), temporary.resolve("none"))).isEqualTo("computer");
    }
}
