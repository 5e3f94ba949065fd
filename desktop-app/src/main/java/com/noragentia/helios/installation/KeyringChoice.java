/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.keyring.DataProtection;
import com.noragentia.helios.keyring.Keychain;
import com.noragentia.helios.keyring.Keyring;
import com.noragentia.helios.keyring.NoKeyring;
import com.noragentia.helios.keyring.SecretService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which keyring an installation uses. Only the usual data folder of a user uses the one of the system: a folder that was put elsewhere on
 * purpose (a server, a memory stick, a test) carries its key with it, in a file that only its owner reads.
 */
public final class KeyringChoice {

    /** The environment variable that switches the keyring off, with the value {@value #OFF}. */
    public static final String VARIABLE = "HELIOS_KEYRING";

    static final String OFF = "off";

    private KeyringChoice() {}

    /** The keyring of an installation of this process. */
    public static Keyring of(DataFolder folder) {
        return of(folder, System.getenv(), OperatingSystem.current(), Path.of(System.getProperty("user.home", ".")));
    }

    static Keyring of(DataFolder folder, Map<String, String> environment, OperatingSystem system, Path home) {
        if (OFF.equalsIgnoreCase(environment.getOrDefault(VARIABLE, "").strip())) {
            return NoKeyring.switchedOff();
        }
        if (!folder.equals(usual(environment, system, home))) {
            return NoKeyring.absent();
        }
        return switch (system) {
            case LINUX -> SecretService.present(environment).orElseGet(NoKeyring::absent);
            case WINDOWS -> DataProtection.present(environment, folder.root()).orElseGet(NoKeyring::absent);
            case MAC -> Keychain.present(environment).orElseGet(NoKeyring::absent);
        };
    }

    private static DataFolder usual(Map<String, String> environment, OperatingSystem system, Path home) {
        return DataFolder.locate(Optional.empty(), withoutOwnPlace(environment), system, home);
    }

    private static Map<String, String> withoutOwnPlace(Map<String, String> environment) {
        Map<String, String> others = new HashMap<>(environment);
        others.remove(DataFolder.VARIABLE);
        return others;
    }
}
