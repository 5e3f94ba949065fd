/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static com.noragentia.helios.desktop.history.Chats.NOON;
import static com.noragentia.helios.desktop.history.Chats.question;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.history.ChatHistory.Begun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatSearchTest {

    @TempDir
    Path folder;

    private ChatHistory history;
    private Begun garden;
    private Begun kitchen;

    @BeforeEach
    void write() throws IOException {
        history = ChatHistory.open(folder.resolve(ChatHistory.FILE));
        garden = history.begin("n1", question("When do I plant tomatoes?"));
        history.exchanges()
                .end(
                        garden.exchange(),
                        "After the last frost, in *May*. ¿Cuándo? En abril.",
                        new Outcome.Stopped(),
                        NOON);
        kitchen = history.begin("n2", question("A soup, please"));
        history.exchanges().end(kitchen.exchange(), "Tomatoes, basil and patience.", new Outcome.Stopped(), NOON);
    }

    private List<Long> find(String words) {
        return history.search().find(words).stream()
                .map(finding -> finding.chat().id())
                .toList();
    }

    @Test
    void titles_and_texts_are_searched_and_titles_come_first() {
        assertThat(find("tomatoes")).containsExactly(garden.chat(), kitchen.chat());
        assertThat(find("basil")).containsExactly(kitchen.chat());
    }

    @Test
    void the_last_word_may_be_only_begun_and_all_must_be_there() {
        assertThat(find("patien")).containsExactly(kitchen.chat());
        assertThat(find("tomatoes frost")).containsExactly(garden.chat());
        assertThat(find("basil frost")).isEmpty();
    }

    @Test
    void accents_and_case_make_no_difference() {
        assertThat(find("CUANDO")).containsExactly(garden.chat());
        assertThat(find("cuándo")).containsExactly(garden.chat());
    }

    @Test
    void the_place_shows_what_was_found() {
        Finding.Place place = history.search().find("basil").getFirst().place().orElseThrow();

        assertThat(place.exchange()).isEqualTo(kitchen.exchange());
        assertThat(place.excerpt().text()).isEqualTo("Tomatoes, basil and patience.");
        assertThat(place.excerpt().parts())
                .filteredOn(Excerpt.Part::isFound)
                .containsExactly(new Excerpt.Part("basil", true));
    }

    @Test
    void what_changes_is_found_as_it_is_now() {
        history.exchanges().write(kitchen.exchange(), "Leeks.");
        history.chats().rename(garden.chat(), "Beds");

        assertThat(find("basil")).isEmpty();
        assertThat(find("leeks")).containsExactly(kitchen.chat());
        assertThat(find("beds")).containsExactly(garden.chat());
    }

    @Test
    void removed_chats_are_not_found_and_restored_ones_are() {
        history.chats().remove(List.of(kitchen.chat()), NOON);
        assertThat(find("basil")).isEmpty();

        history.chats().restore(List.of(kitchen.chat()));
        assertThat(find("basil")).containsExactly(kitchen.chat());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\"",
                "\"zzz",
                "NEAR(",
                "a OR",
                "* ^ :",
                "-",
                "title:x AND",
                "%",
                "' ; DROP TABLE chat; --"
            })
    void operators_of_the_search_engine_are_words_like_any_other(String words) {
        assertThat(find(words)).doesNotContain(kitchen.chat());
        assertThat(history.chats().list()).hasSize(2);
    }

    @Test
    void many_branches_of_one_chat_are_one_finding() {
        for (int i = 0; i < 20; i++) {
            history.exchanges().add(kitchen.chat(), OptionalLong.of(kitchen.exchange()), question("more basil " + i));
        }

        assertThat(find("basil")).containsExactly(kitchen.chat());
    }
}
