/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.Outcome;
import com.noragentia.helios.desktop.history.SavedQuestion;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of chats in a real window, with keys pressed. */
class ChatListTest {

    @TempDir
    Path folder;

    private ChatFixture window;
    private ChatHistory history;

    @BeforeEach
    void open() throws TimeoutException, IOException {
        history = ChatHistory.open(folder.resolve(ChatHistory.FILE));
        chat("Tomatoes", "Plant them in May.", Duration.ofHours(1));
        chat("Bread", "Yeast, flour, water.", Duration.ofDays(3));
        window = new ChatFixture(folder);
        awaitTitles("Tomatoes", "Bread");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void chat(String question, String answer, Duration ago) {
        Instant at = Instant.now().minus(ago);
        long exchange = history.begin("n-" + question, new SavedQuestion(question, List.of(), Language.EN, at))
                .exchange();
        history.exchanges().end(exchange, answer, new Outcome.Stopped(), at);
    }

    private List<String> titles() {
        return history.chats().list().stream().map(chat -> chat.title()).toList();
    }

    private void awaitTitles(String... titles) {
        await().until(() -> titles().equals(List.of(titles)));
        for (String title : titles) {
            window.awaitText(title);
        }
    }

    private ListView<?> list() {
        return (ListView<?>) window.node("#chats");
    }

    private void select(int row) {
        window.doOnUi(() -> {
            list().requestFocus();
            list().getSelectionModel().clearAndSelect(row);
            list().getFocusModel().focus(row);
        });
    }

    @Test
    void enter_opens_a_chat_and_its_words_are_there() {
        select(1);
        window.robot.type(KeyCode.ENTER);

        window.awaitText("Plant them in May.");
    }

    @Test
    void a_new_question_is_in_the_list_at_once_and_changes_nothing_about_what_is_selected() {
        select(1);
        window.doOnUi(() -> window.chat.focusComposer());
        window.robot.write("Cheese").type(KeyCode.ENTER);
        window.awaitRequests(1);

        await().until(() -> titles().contains("Cheese"));
        window.network.happen(Replies.chatDone("Yes."));
        window.awaitText("Yes.");
        awaitTitles("Cheese", "Tomatoes", "Bread");
        await().until(() -> window.onUi(() ->
                List.copyOf(list().getSelectionModel().getSelectedIndices()).equals(List.of(2))));
    }

    @Test
    void delete_takes_a_chat_off_and_undo_brings_it_back() {
        select(1);
        window.robot.type(KeyCode.DELETE);
        await().until(() -> titles().equals(List.of("Bread")));
        window.awaitText("The chat was deleted.");

        window.robot.clickOn("#undo-remove");

        awaitTitles("Tomatoes", "Bread");
    }

    @Test
    void f2_gives_a_chat_another_title() {
        select(1);
        window.robot.type(KeyCode.F2);
        window.robot.write("Garden").type(KeyCode.ENTER);

        awaitTitles("Garden", "Bread");
    }

    @Test
    void a_title_being_typed_stays_while_the_list_changes() {
        window.doOnUi(() -> window.chat.focusComposer());
        window.robot.write("Cheese").type(KeyCode.ENTER);
        window.awaitRequests(1);
        awaitTitles("Cheese", "Tomatoes", "Bread");
        select(2);
        window.robot.type(KeyCode.F2);
        window.robot.write("Gar");
        window.network.happen(Replies.chatDone("Yes."));
        window.awaitText("Yes.");
        window.robot.write("den").type(KeyCode.ENTER);

        awaitTitles("Cheese", "Garden", "Bread");
    }

    @Test
    void escape_leaves_a_title_as_it_was() {
        select(1);
        window.robot.type(KeyCode.F2);
        window.robot.write("Garden").type(KeyCode.ESCAPE);

        await().until(() -> !window.node("#chat-title").isVisible());
        assertThat(titles()).containsExactly("Tomatoes", "Bread");
    }

    @Test
    void control_k_searches_in_the_answers_too() {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        window.robot.write("yeast");

        await().until(() -> window.onUi(() -> list().getItems().size()) == 1);
        window.awaitText("Bread");
        assertThat(window.visibleTexts()).noneMatch(text -> text.equals("Tomatoes"));

        window.robot.type(KeyCode.ESCAPE);
        window.awaitText("Tomatoes");
    }

    @Test
    void control_b_puts_the_list_away_and_back() {
        assertThat(window.node("#sidebar").isVisible()).isTrue();
        window.robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        await().until(() -> !window.node("#sidebar").isVisible());
        window.robot.press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
        await().until(() -> window.node("#sidebar").isVisible());
    }

    @Test
    void a_draft_waits_in_its_chat() {
        select(1);
        window.robot.type(KeyCode.ENTER);
        window.awaitText("Plant them in May.");
        window.robot.write("and in");
        select(3);
        window.robot.type(KeyCode.ENTER);
        window.awaitText("Yeast, flour, water.");
        assertThat(window.question().getText()).isEmpty();

        await().until(() -> history.chats().list().stream()
                .anyMatch(chat -> history.read(chat.id()).orElseThrow().draft().equals("and in")));
        select(1);
        window.robot.type(KeyCode.ENTER);

        await().until(() -> window.onUi(() -> window.question().getText().equals("and in")));
    }
}
