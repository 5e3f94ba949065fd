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
            throw ConfigurationMistake.of(Setting.DATA, "missing-folder");
        }
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw ConfigurationMistake.of(Setting.DATA, "path");
        }
    }

    private static String host(String text) throws ConfigurationMistake {
        if (!text.matches("[A-Za-z0-9.:-]{1,253}")) {
            throw ConfigurationMistake.of(Setting.HOST, "host");
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
            throw ConfigurationMistake.of(Setting.PORT, "number");
        }
        throw ConfigurationMistake.of(Setting.PORT, "port", Integer.toString(MAX_PORT));
    }

    private static String logLevel(String text) throws ConfigurationMistake {
        if (!LOG_LEVELS.contains(text)) {
            throw ConfigurationMistake.of(Setting.LOG_LEVEL, "log-level");
        }
        return text;
    }

    private static Optional<String> linkSecret(String text) throws ConfigurationMistake {
        if (!text.isEmpty() && text.length() < SECRET_CHARACTERS) {
            throw ConfigurationMistake.of(Setting.LINK_SECRET, "short-secret", Integer.toString(SECRET_CHARACTERS));
        }
        return Optional.of(text).filter(secret -> !secret.isEmpty());
    }

    private static List<AddressRange> trustedProxies(String text) throws ConfigurationMistake {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : text.strip().split("[ ,]+")) {
            if (!part.isEmpty()) {
                ranges.add(AddressRange.parse(part)
                        .orElseThrow(() -> ConfigurationMistake.of(Setting.TRUSTED_PROXIES, "addresses")));
            }
        }
        return List.copyOf(ranges);
    }

    static boolean isOn(Map<Setting, String> values, Setting setting) throws ConfigurationMistake {
        return switch (values.getOrDefault(setting, "")) {
            case "on" -> true;
            case "off" -> false;
            default -> throw ConfigurationMistake.of(setting, "switch");
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
            throw ConfigurationMistake.of(setting, "path");
        }
        throw ConfigurationMistake.of(setting, "tls-file");
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
