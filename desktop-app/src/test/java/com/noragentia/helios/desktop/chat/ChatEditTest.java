/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.SavedQuestion;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions edited, answers asked for anew and gone on with, and chats that are left, in a real window. */
class ChatEditTest {

    @TempDir
    Path folder;

    private ChatFixture window;
    private ChatHistory history;

    @BeforeEach
    void open() throws TimeoutException, IOException {
        history = ChatHistory.open(folder.resolve(ChatHistory.FILE));
        window = new ChatFixture(folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void answered(String question, String answer) {
        int before = window.network.requests().size();
        window.robot.write(question).type(KeyCode.ENTER);
        answer(before, answer);
    }

    private void answer(int before, String answer) {
        window.awaitRequests(before + 1);
        window.network.happen(Replies.chatDone(answer));
        window.awaitText(answer);
        await().until(() -> window.onUi(() -> !window.chat.conversation().busy().get()));
    }

    private void control(KeyCode... codes) {
        window.robot.press(KeyCode.CONTROL);
        for (int i = 0; i < codes.length - 1; i++) {
            window.robot.press(codes[i]);
        }
        window.robot.type(codes[codes.length - 1]);
        for (int i = 0; i < codes.length - 1; i++) {
            window.robot.release(codes[i]);
        }
        window.robot.release(KeyCode.CONTROL);
    }

    private List<String> titles() {
        return history.chats().list().stream().map(chat -> chat.title()).toList();
    }

    @Test
    void an_edited_question_is_asked_and_the_first_answer_can_be_shown_again() {
        answered("two and two", "It is four.");
        window.robot.type(KeyCode.UP);
        await().until(() -> window.onUi(() -> window.chat.scene().getFocusOwner() instanceof TextArea area
                && "edited-question".equals(area.getId())));
        window.robot.write(" and two").type(KeyCode.ENTER);
        answer(1, "It is six.");

        assertThat(window.network.requests().getLast().input().question()).isEqualTo("two and two and two");
        window.awaitText("2 / 2");
        assertThat(window.visibleTexts()).noneMatch(text -> text.contains("It is four."));
        window.robot.clickOn(window.<Node>onUi(() -> window.chat
                .scene()
                .getRoot()
                .lookupAll(".version-line .button")
                .iterator()
                .next()));

        window.awaitText("It is four.");
        window.awaitText("1 / 2");
    }

    @Test
    void escape_leaves_a_question_as_it_was() {
        answered("two and two", "It is four.");
        window.robot.type(KeyCode.UP);
        window.robot.write(" and two").type(KeyCode.ESCAPE);

        await().until(() -> window.chat.scene().lookup("#edited-question") == null);
        assertThat(window.network.requests()).hasSize(1);
        window.awaitText("two and two");
    }

    @Test
    void control_r_brings_another_version() {
        answered("a joke", "Knock knock.");
        control(KeyCode.R);
        answer(1, "Another one.");

        window.awaitText("2 / 2");
    }

    @Test
    void an_answer_that_was_cut_off_is_gone_on_with() {
        long cut = history.begin("n", new SavedQuestion("A poem", List.of(), Language.EN, Instant.now()))
                .exchange();
        history.exchanges().write(cut, "Roses are");
        window.close();
        reopen();
        await().until(() -> window.onUi(() -> !list().getItems().isEmpty()));
        window.doOnUi(() -> {
            list().requestFocus();
            list().getSelectionModel().clearAndSelect(1);
        });
        window.robot.type(KeyCode.ENTER);
        window.awaitText("Roses are");
        window.awaitText("Helios was closed before this answer was complete.");
        window.awaitText("Try again");

        window.robot.clickOn("Continue");
        answer(0, "red.");

        TaskInput.Chat asked =
                (TaskInput.Chat) window.network.requests().getFirst().input();
        assertThat(asked.history()).extracting(ChatTurn::text).containsExactly("A poem", "Roses are");
    }

    private void reopen() {
        try {
            window = new ChatFixture(folder);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private ListView<?> list() {
        return (ListView<?>) window.node("#chats");
    }

    @Test
    void a_temporary_chat_is_kept_nowhere() {
        control(KeyCode.SHIFT, KeyCode.N);
        window.awaitText("Temporary chat: it is not saved on this computer");
        answered("my secret", "Is safe.");
        control(KeyCode.N);
        window.awaitText("What would you like to know?");
        answered("no secret", "Fine.");

        await().until(() -> titles().equals(List.of("no secret")));
        assertThat(window.visibleTexts()).noneMatch(text -> text.contains("Temporary chat: it"));
    }

    @Test
    void a_chat_that_is_deleted_while_it_is_open_makes_room_for_a_new_one() {
        answered("first", "One.");
        await().until(() -> window.onUi(() -> !list().getItems().isEmpty()));
        control(KeyCode.SHIFT, KeyCode.BACK_SPACE);
        window.awaitText("The chat was deleted.");
        window.awaitText("What would you like to know?");

        window.doOnUi(() -> window.chat.focusComposer());
        answered("second", "Two.");
        await().until(() -> titles().equals(List.of("second")));
    }

    @Test
    void what_is_asked_in_a_chat_that_another_window_deleted_begins_a_new_one() {
        answered("first", "One.");
        await().until(() -> titles().equals(List.of("first")));
        history.chats().remove(List.of(history.chats().list().getFirst().id()), Instant.now());
        history.chats().purge();

        answered("second", "Two.");

        await().until(() -> titles().equals(List.of("second")));
    }

    @Test
    void a_draft_of_a_new_chat_waits_while_another_is_looked_at() {
        answered("first", "One.");
        control(KeyCode.N);
        window.robot.write("half a thought");
        window.doOnUi(() -> {
            list().requestFocus();
            list().getSelectionModel().clearAndSelect(1);
        });
        window.robot.type(KeyCode.ENTER);
        window.awaitText("One.");
        assertThat(window.question().getText()).isEmpty();

        control(KeyCode.N);

        assertThat(window.question().getText()).isEqualTo("half a thought");
    }

    @Test
    void f1_shows_the_keys_and_any_key_puts_them_away() {
        window.robot.type(KeyCode.F1);
        window.awaitText("Delete this chat");
        window.robot.type(KeyCode.SPACE);

        await().until(() -> !window.node("#shortcut-sheet").isVisible());
    }
}
