/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word that people read exists in both languages, with the same gaps. */
final class BundleParityTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern GAP = Pattern.compile("\\{([0-9]+)|%[ns]");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void there_are_bundles() throws IOException {
        assertThat(bundles()).hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_keys_with_the_same_gaps(Path english) throws IOException {
        Properties en = load(english);
        Properties es = load(Path.of(english.toString().replace("_en.properties", "_es.properties")));

        assertThat(es.stringPropertyNames()).isEqualTo(en.stringPropertyNames());
        for (String key : en.stringPropertyNames()) {
            assertThat(gaps(es.getProperty(key))).as(key).isEqualTo(gaps(en.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_apostrophe_swallows_a_gap(Path english) throws IOException {
        for (String language : List.of("_en.properties", "_es.properties")) {
            Properties bundle = load(Path.of(english.toString().replace("_en.properties", language)));
            for (String key : bundle.stringPropertyNames()) {
                assertThat(bundle.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
            }
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> gaps(String phrase) {
        Set<String> gaps = new TreeSet<>();
        Matcher matcher = GAP.matcher(phrase);
        while (matcher.find()) {
            gaps.add(matcher.group());
        }
        return gaps;
    }
}
