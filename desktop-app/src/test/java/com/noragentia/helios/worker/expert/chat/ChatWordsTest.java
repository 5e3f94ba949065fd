/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"chat.chat", "chat.help", "chat.units", "document.document"})
    void both_languages_have_the_same_keys_and_sound_apostrophes(String name) {
        ResourceBundle english = bundle(name, Locale.ENGLISH);
        ResourceBundle spanish = bundle(name, Locale.of("es"));

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        for (ResourceBundle bundle : List.of(english, spanish)) {
            assertThat(bundle.keySet())
                    .allSatisfy(key -> assertThat(bundle.getString(key).replace("''", ""))
                            .as(key)
                            .doesNotContain("'"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_help_topic_has_questions_and_an_answer(Language language) {
        Phrases help = Phrases.beside(HelpDesk.class, "help", language);
        for (HelpTopic topic : HelpTopic.values()) {
            assertThat(help.say(topic.key() + ".questions").split("\\|")).hasSizeGreaterThanOrEqualTo(3);
            assertThat(help.say(topic.key() + ".answer")).isNotBlank();
        }
    }

    @Test
    void there_are_at_least_twenty_five_topics() {
        assertThat(HelpTopic.values()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle("com.noragentia.helios.worker.expert." + name, locale);
    }
}
