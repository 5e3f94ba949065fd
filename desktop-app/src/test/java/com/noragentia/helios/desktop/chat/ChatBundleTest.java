/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.chat.attachment.Refusal;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatBundleTest {

    @Test
    void both_languages_have_the_same_keys_and_the_same_gaps() throws IOException {
        Properties english = bundle("en");
        Properties spanish = bundle("es");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(gaps(spanish, key)).as(key).isEqualTo(gaps(english, key));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everything_that_can_happen_has_words(Language language) {
        Phrases phrases = Phrases.beside(ChatScene.class, "chat", language);
        Stream<String> keys = Stream.of(
                        names(Phase.values()).map("state."::concat),
                        names(AnswerOrigin.values()).map("origin."::concat),
                        names(Refusal.Reason.values()).map(name -> "refusal." + name.replace('_', '-')))
                .flatMap(all -> all);

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(phrases.has(key)).as(key).isTrue());
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    private static int gaps(Properties bundle, String key) {
        return new MessageFormat(bundle.getProperty(key)).getFormatsByArgumentIndex().length;
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ChatScene.class.getResourceAsStream("chat_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
