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
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words found, paragraphs quoted and answers awaited from another chat, in a real window with keys pressed. */
class ChatFindTest {

    private static final int LONG = 60;
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    @TempDir
    Path folder;

    private ChatFixture window;

    @BeforeEach
    void open() throws TimeoutException, IOException {
        ChatHistory history = ChatHistory.open(folder.resolve(ChatHistory.FILE));
        Instant at = Instant.now();
        ChatHistory.Begun begun = history.begin("n", new SavedQuestion("Garden", List.of(), Language.EN, at));
        long last = begun.exchange();
        history.exchanges().end(last, "Start with the *péony*.", new Outcome.Stopped(), at);
        for (int i = 1; i < LONG; i++) {
            SavedQuestion next = new SavedQuestion("Question " + i, List.of(), Language.EN, at);
            last = history.exchanges().add(begun.chat(), OptionalLong.of(last), next);
            String answer = i == 30 ? "Some text.\n\nThe peony again." : "Plant number " + i + ".";
            history.exchanges().end(last, answer, new Outcome.Stopped(), at);
        }
        window = new ChatFixture(folder);
        window.awaitText("Garden");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void openChat() {
        window.doOnUi(() -> {
            ListView<?> list = (ListView<?>) window.node("#chats");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(1);
        });
        window.robot.type(KeyCode.ENTER);
    }

    private void find(String words) {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        window.robot.write(words);
    }

    /** What is marked and in sight. */
    private List<String> foundInSight() {
        return window.onUi(() -> Paragraph.allIn(window.chat.scene().getRoot()).stream()
                .filter(node -> node.getPseudoClassStates().contains(FOUND) && isInSight(node))
                .map(Paragraph::textOf)
                .toList());
    }

    private boolean isInSight(Node node) {
        Bounds place = node.localToScene(node.getBoundsInLocal());
        Bounds list = window.node(".message-scroll")
                .localToScene(window.node(".message-scroll").getBoundsInLocal());
        return list.contains(place);
    }

    @Test
    void words_are_found_the_newest_first_and_then_before_that_even_where_nothing_was_drawn_yet() {
        openChat();
        window.awaitText("Plant number 59.");
        find("peony");
        window.awaitText("2 of 2");
        await().until(() -> foundInSight().equals(List.of("The peony again.")));

        window.robot.type(KeyCode.ENTER);

        window.awaitText("1 of 2");
        await().until(() -> foundInSight().equals(List.of("Start with the péony.")));
    }

    @Test
    void escape_ends_finding_and_nothing_stays_marked() {
        openChat();
        window.awaitText("Plant number 59.");
        find("plant");
        await().until(() -> !foundInSight().isEmpty());
        window.robot.type(KeyCode.ESCAPE);

        await().until(() -> !window.node("#find-bar").isVisible());
        assertThat(foundInSight()).isEmpty();
        assertThat(window.<Boolean>onUi(() -> window.question().isFocused())).isTrue();
    }

    @Test
    void what_is_nowhere_is_told() {
        openChat();
        window.awaitText("Plant number 59.");
        find("submarine");

        window.awaitText("Nothing found");
    }

    @Test
    void a_chat_that_a_search_found_opens_at_the_place() {
        window.robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        window.robot.write("again peony");
        window.awaitText("peony");
        await().until(() -> window.onUi(
                () -> ((ListView<?>) window.node("#chats")).getItems().size() == 1));
        window.doOnUi(() -> {
            ListView<?> list = (ListView<?>) window.node("#chats");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(0);
        });
        window.robot.type(KeyCode.ENTER);

        await().until(() -> foundInSight().equals(List.of("The peony again.")));
    }

    @Test
    void a_paragraph_is_quoted_in_the_next_question() {
        openChat();
        window.awaitText("Plant number 59.");
        window.robot.clickOn("Plant number 59.", MouseButton.SECONDARY).clickOn("Quote this paragraph");

        await().until(() -> window.question().getText().equals("> Plant number 59.\n\n"));
    }

    @Test
    void control_shift_semicolon_copies_the_last_code() {
        window.robot.write("code").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(Replies.chatDone("Do this:\n\n```sh\nls -l\n```\n\nThat is all."));
        window.awaitText("That is all.");
        window.robot
                .press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.SEMICOLON)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);

        await().until(() -> window.onUi(
                () -> "ls -l".equals(Clipboard.getSystemClipboard().getString().strip())));
    }

    @Test
    void an_answer_goes_on_while_another_chat_is_looked_at() {
        window.robot.write("Slow question").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.awaitText("Slow question: being answered");
        window.doOnUi(() -> {
            ListView<?> list = (ListView<?>) window.node("#chats");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(2);
        });
        window.robot.type(KeyCode.ENTER);
        window.awaitText("Plant number 59.");
        window.network.happen(Replies.chatDone("Here it is."));
        await().until(() -> window.visibleTexts().stream().noneMatch(text -> text.contains("being answered")));
        assertThat(window.network.cancelled()).isEmpty();

        openChat();

        window.awaitText("Here it is.");
    }

    @Test
    void a_question_written_during_an_answer_is_shown_as_the_next() {
        window.robot.write("first").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.robot.write("second").type(KeyCode.ENTER);
        window.awaitText("Next: second");
        window.network.happen(Replies.chatDone("One."));

        window.awaitRequests(2);
        await().until(() -> !window.node("#next-note").isVisible());
    }
}
