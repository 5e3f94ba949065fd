/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.history;

import static com.noragentia.helios.desktop.history.Chats.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.history.ChatFile.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatFileTest {

    private final SavedExchange first =
            new SavedExchange(4, OptionalLong.empty(), Chats.withFile("Rent?"), "*900*", Optional.of(Chats.FAILED));
    private final SavedChat chat = new SavedChat(
            9,
            "n1",
            "Rent",
            "",
            SavedChat.branches(List.of(first, exchange(5, 4, "b"), exchange(6, 4, "B")), OptionalLong.of(5)));

    private static Reading read(String json) {
        return ChatFile.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void what_was_exported_is_read_again_with_all_branches() {
        byte[] json = ChatFile.of(List.of(chat)).encode();

        ChatFile.Chat read = ((Reading.Read) ChatFile.read(json)).file().chats().getFirst();
        List<SavedExchange> exchanges = ChatFile.exchanges(read);

        assertThat(read.title()).isEqualTo("Rent");
        assertThat(read.tip()).isEqualTo(5);
        assertThat(exchanges.subList(1, 3)).isEqualTo(List.of(exchange(5, 4, "b"), exchange(6, 4, "B")));
        assertThat(exchanges.getFirst().outcome()).contains(Chats.FAILED);
        assertThat(exchanges.getFirst().question().files())
                .containsExactly(new SavedFile(
                        "", "lease.pdf", first.question().files().getFirst().type(), 20_000));
    }

    @Test
    void neither_places_of_files_nor_the_networks_names_are_exported() {
        String json = new String(ChatFile.of(List.of(chat)).encode(), StandardCharsets.UTF_8);

        assertThat(json).doesNotContain("/home/ana").doesNotContain("n1").contains("lease.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"version\":1}",
                "{\"version\":0,\"chats\":[]}",
                "{\"version\":1,\"chats\":[{\"title\":\"x\"}]}",
                "{\"version\":1,\"chats\":[{\"title\":null,\"exchanges\":[]}]}",
            })
    void anything_else_is_told_as_such(String json) {
        assertThat(read(json)).isEqualTo(new Reading.NotOurs());
    }

    @Test
    void a_newer_form_is_told_as_such() {
        assertThat(read("{\"version\":2,\"talks\":7}")).isEqualTo(new Reading.Newer());
    }

    @Test
    void branches_that_go_round_in_circles_are_refused() {
        String circle = new String(ChatFile.of(List.of(chat)).encode(), StandardCharsets.UTF_8)
                .replace("\"id\":4,", "\"id\":4,\"parent\":6,");

        assertThat(circle).contains("\"parent\":6");
        assertThat(read(circle)).isEqualTo(new Reading.NotOurs());
    }
}
