/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePhrasesTest {

    @ParameterizedTest
    @ValueSource(strings = {"image", "look", "things"})
    void both_languages_say_the_same_things(String bundle) throws IOException {
        Properties english = read(bundle + "_en.properties");
        Properties spanish = read(bundle + "_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english).doesNotContainValue("");
    }

    @ParameterizedTest
    @EnumSource
    void a_thing_has_a_name_for_one_and_one_for_several(Language language) throws IOException {
        Properties names = read("things_" + language.name().toLowerCase(Locale.ROOT) + ".properties");

        assertThat(names.values())
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(name.toString()).matches("[^|'{]+\\|[^|'{]+"));
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(ImageAnswer.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
