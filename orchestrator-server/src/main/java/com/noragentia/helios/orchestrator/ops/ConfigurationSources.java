/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Collects settings: what is preset, then a file, then the environment, then flags; the later wins. */
final class ConfigurationSources {

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    ConfigurationSources() {
        for (Setting setting : Setting.values()) {
            values.put(setting, setting.preset());
        }
    }

    /** The data folder, unless anything else names one. */
    ConfigurationSources usualData(Path folder) {
        values.put(Setting.DATA, folder.toString());
        return this;
    }

    /** Reads a {@code .properties} file in UTF-8. A key that nobody knows is a mistake: it is most likely mistyped. */
    ConfigurationSources file(Path file) throws ConfigurationMistake {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationMistake("file", file.toString());
        }
        for (String key : properties.stringPropertyNames()) {
            Setting setting = Setting.ofKey(key).orElseThrow(() -> new ConfigurationMistake("key", key, keys()));
            values.put(setting, properties.getProperty(key).strip());
        }
        return this;
    }

    private static String keys() {
        return Arrays.stream(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
    }

    ConfigurationSources environment(Map<String, String> variables) {
        for (Setting setting : Setting.values()) {
            Optional.ofNullable(variables.get(setting.variable())).ifPresent(value -> values.put(setting, value));
        }
        return this;
    }

    ConfigurationSources flag(Setting setting, Optional<String> value) {
        value.ifPresent(text -> values.put(setting, text));
        return this;
    }

    Configuration check() throws ConfigurationMistake {
        return Configuration.of(values);
    }
}
