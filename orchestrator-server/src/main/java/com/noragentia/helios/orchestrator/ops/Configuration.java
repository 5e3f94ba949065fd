/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import com.noragentia.helios.orchestrator.edge.AddressRange;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A checked configuration.
 *
 * @param data the folder for everything the orchestrator keeps
 * @param host address to listen on
 * @param port 0 for any that is free
 * @param logLevel of the log file
 * @param linkSecret signs blob links; empty to derive one from the server's key
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param rateLimits false where everybody is trusted, or load is made on purpose
 * @param tls certificate and key, where TLS ends here
 * @param rules what members agree on
 */
public record Configuration(
        Path data,
        String host,
        int port,
        String logLevel,
        Optional<String> linkSecret,
        List<AddressRange> trustedProxies,
        boolean rateLimits,
        Optional<TlsFiles> tls,
        NetworkRules rules) {

    private static final int MAX_PORT = 65_535;
    private static final int SECRET_CHARACTERS = 32;
    private static final Set<String> LOG_LEVELS = Set.of("ERROR", "WARN", "INFO", "DEBUG");

    /** One on loopback, at any port that is free, without TLS. */
    public static Configuration onLoopback(Path data, NetworkRules rules) {
        return new Configuration(
                data, "127.0.0.1", 0, "INFO", Optional.empty(), List.of(), true, Optional.empty(), rules);
    }

    static Configuration of(Map<Setting, String> values) throws ConfigurationMistake {
        return new Configuration(
                data(values.getOrDefault(Setting.DATA, "")),
                host(values.getOrDefault(Setting.HOST, "")),
                port(values.getOrDefault(Setting.PORT, "")),
                logLevel(values.getOrDefault(Setting.LOG_LEVEL, "")),
                linkSecret(values.getOrDefault(Setting.LINK_SECRET, "")),
                trustedProxies(values.getOrDefault(Setting.TRUSTED_PROXIES, "")),
                isOn(values, Setting.RATE_LIMITS),
                tls(values.getOrDefault(Setting.TLS_CERTIFICATE, ""), values.getOrDefault(Setting.TLS_KEY, "")),
                NetworkRules.of(values));
    }

    private static Path data(String text) throws ConfigurationMistake {
        if (text.isBlank()) {
            throw mistake(Setting.DATA, "is missing; name a folder, as in --data /var/lib/helios");
        }
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw mistake(Setting.DATA, "is not a path: " + e.getReason());
        }
    }

    private static String host(String text) throws ConfigurationMistake {
        if (!text.matches("[A-Za-z0-9.:-]{1,253}")) {
            throw mistake(Setting.HOST, "is not a host name or address");
        }
        return text;
    }

    private static int port(String text) throws ConfigurationMistake {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw mistake(Setting.PORT, "is not a number");
        }
        throw mistake(Setting.PORT, "is not between 0 and " + MAX_PORT);
    }

    private static String logLevel(String text) throws ConfigurationMistake {
        if (!LOG_LEVELS.contains(text)) {
            throw mistake(Setting.LOG_LEVEL, "is not ERROR, WARN, INFO or DEBUG");
        }
        return text;
    }

    private static Optional<String> linkSecret(String text) throws ConfigurationMistake {
        if (!text.isEmpty() && text.length() < SECRET_CHARACTERS) {
            throw mistake(Setting.LINK_SECRET, "has fewer than " + SECRET_CHARACTERS + " characters");
        }
        return Optional.of(text).filter(secret -> !secret.isEmpty());
    }

    private static List<AddressRange> trustedProxies(String text) throws ConfigurationMistake {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.strip().split("[ ,]+")) {
            if (!part.isEmpty()) {
                ranges.add(AddressRange.parse(part)
                        .orElseThrow(() -> mistake(
                                Setting.TRUSTED_PROXIES,
                                "is not a list of addresses or ranges, as in 10.0.0.7, 192.168.0.0/16")));
            }
        }
        return List.copyOf(ranges);
    }

    static boolean isOn(Map<Setting, String> values, Setting setting) throws ConfigurationMistake {
        return switch (values.getOrDefault(setting, "")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw mistake(setting, "is not on or off");
        };
    }

    private static Optional<TlsFiles> tls(String certificate, String key) throws ConfigurationMistake {
        if (certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TlsFiles(file(Setting.TLS_CERTIFICATE, certificate), file(Setting.TLS_KEY, key)));
    }

    private static Path file(Setting setting, String text) throws ConfigurationMistake {
        try {
            Path file = Path.of(text).toAbsolutePath().normalize();
            if (!text.isEmpty() && Files.isReadable(file) && !Files.isDirectory(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw mistake(setting, "is not a path: " + e.getReason());
        }
        throw mistake(setting, "is not a file that can be read; certificate and key go together");
    }

    static ConfigurationMistake mistake(Setting setting, String what) {
        return new ConfigurationMistake("setting '" + setting.key() + "' (" + setting.variable() + ") " + what);
    }

    /** As it may be logged: secrets are hidden. */
    @Override
    public String toString() {
        return "data=" + data + " host=" + host + " port=" + port + " log-level=" + logLevel + " link-secret="
                + Setting.LINK_SECRET.shown(linkSecret.orElse("")) + " trusted-proxies=" + trustedProxies
                + " rate-limits=" + (rateLimits ? "on" : "off") + " tls=" + (tls.isPresent() ? "on" : "off") + " "
                + rules;
    }
}
