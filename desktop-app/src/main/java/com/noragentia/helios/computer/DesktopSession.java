/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.computer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Linux desktop tells of its user: first Mutter (GNOME) over D-Bus, else the X server's screen saver extension, else nothing. D-Bus is
 * spoken through {@code gdbus} of GLib, as the keyring is through its tool. Under Wayland the X server hears only part of the
 * input and knows no windows but its own, so it is not asked. For one thread.
 */
final class DesktopSession {

    private static final String TOOL = "gdbus";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    /** What cannot be told once is seldom told later; it is asked again after so many looks. */
    private static final int LOOKS_BETWEEN_TRIES = 60;

    private static final Pattern NUMBER = Pattern.compile("\\(<?(?:uint64|uint32) ([0-9]{1,18})>?,\\)\\s*");
    private static final List<String> MUTTER = List.of(
            "call",
            "--session",
            "--dest",
            "org.gnome.Mutter.IdleMonitor",
            "--object-path",
            "/org/gnome/Mutter/IdleMonitor/Core",
            "--method",
            "org.gnome.Mutter.IdleMonitor.GetIdletime");
    private static final List<String> NETWORK_MANAGER = List.of(
            "call",
            "--system",
            "--dest",
            "org.freedesktop.NetworkManager",
            "--object-path",
            "/org/freedesktop/NetworkManager",
            "--method",
            "org.freedesktop.DBus.Properties.Get",
            "org.freedesktop.NetworkManager",
            "Metered");
    // NMMetered: 1 yes, 2 no, 3 and 4 the same by guess, 0 unknown
    private static final List<Long> METERED = List.of(1L, 3L);
    private static final List<Long> FREE = List.of(2L, 4L);

    private final Optional<Path> tool;
    private final Map<String, String> environment;
    private final Optional<Screen> screen;
    private int looksUntilTry;

    DesktopSession(Optional<Path> tool, Map<String, String> environment, Optional<Screen> screen) {
        this.tool = tool;
        this.environment = environment;
        this.screen = screen;
    }

    /** A screen of X. */
    interface Screen {
        Optional<Duration> idle();

        Optional<Boolean> isFullScreen();
    }

    static DesktopSession of(Map<String, String> environment) {
        String display = environment.getOrDefault("DISPLAY", "");
        boolean isX = !display.isBlank() && !isWayland(environment);
        return new DesktopSession(
                tool(environment.getOrDefault("PATH", "")),
                environment,
                isX ? Optional.of(new XScreen(display)) : Optional.empty());
    }

    private static boolean isWayland(Map<String, String> environment) {
        return environment.getOrDefault("XDG_SESSION_TYPE", "").equals("wayland")
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }

    private static Optional<Path> tool(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> folder.startsWith("/")) // a relative one is whatever lies in the current folder
                .map(folder -> Path.of(folder, TOOL))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Optional<Duration> idle() {
        return mutter().or(() -> screen.flatMap(Screen::idle));
    }

    private Optional<Duration> mutter() {
        boolean isSession = !environment.getOrDefault("DISPLAY", "").isBlank() || isWayland(environment);
        if (!isSession || looksUntilTry-- > 0) {
            return Optional.empty();
        }
        Optional<Duration> idle = ask(MUTTER).map(Duration::ofMillis);
        looksUntilTry = idle.isPresent() ? 0 : LOOKS_BETWEEN_TRIES;
        return idle;
    }

    Optional<Boolean> isFullScreen() {
        return screen.flatMap(Screen::isFullScreen);
    }

    Optional<Boolean> isMetered() {
        return ask(NETWORK_MANAGER)
                .filter(said -> METERED.contains(said) || FREE.contains(said))
                .map(METERED::contains);
    }

    private Optional<Long> ask(List<String> question) {
        return tool.flatMap(program -> new ShortProgram(program, question, environment).run("", PATIENCE))
                .map(NUMBER::matcher)
                .filter(Matcher::matches)
                .map(said -> Long.parseLong(said.group(1)));
    }
}
