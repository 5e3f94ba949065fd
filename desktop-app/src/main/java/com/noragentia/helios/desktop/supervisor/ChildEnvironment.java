/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The environment of a child process: what it needs, and nothing that a shell happens to carry, such as other programs' secrets. */
final class ChildEnvironment {

    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "DISPLAY",
            "XAUTHORITY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS", // by which the worker reaches the keyring
            "HELIOS_KEYRING",
            "HELIOS_WORKER_POLICY",
            "HELIOS_WORKER_PRIORITY",
            "HOSTNAME",
            "COMPUTERNAME",
            "SYSTEMROOT",
            "WINDIR",
            "COMSPEC",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA");

    private static final String ACCESS = "HELIOS_ACCESS";

    private ChildEnvironment() {}

    static Map<String, String> of(Map<String, String> own) {
        Map<String, String> child = new HashMap<>();
        own.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (KEPT.contains(upper) || upper.startsWith("LC_") || upper.startsWith("XDG_")) {
                child.put(name, value);
            }
        });
        // Read by ONNX Runtime before the first line of Java runs; setting it later is too late.
        child.put("ORT_DISABLE_TELEMETRY", "1");
        // The network of this computer listens to nobody else: whoever asks is its owner.
        child.put(ACCESS, own.getOrDefault(ACCESS, "everyone"));
        return child;
    }
}
