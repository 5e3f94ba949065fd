/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line with which the orchestrator says that it accepts requests, and where. */
final class ReadyLine {

    private static final Pattern READY =
            Pattern.compile("helios orchestrator ready (http://127\\.0\\.0\\.1:[0-9]{1,5})/?\\s*");

    private ReadyLine() {}

    static Optional<URI> address(String line) {
        Matcher matcher = READY.matcher(line);
        return matcher.matches() ? Optional.of(URI.create(matcher.group(1))) : Optional.empty();
    }
}
