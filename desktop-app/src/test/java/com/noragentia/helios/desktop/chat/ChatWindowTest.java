/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatWindowTest {

    private ChatFixture window;

    @BeforeEach
    void open(@TempDir Path folder) throws TimeoutException {
        window = new ChatFixture(folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void typing_and_enter_sends_and_the_answer_streams_in() {
        window.robot.write("hello there").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(new JobEvent.Queued(3));
        window.awaitText("3 questions are before yours");
        window.network.happen(Replies.started());
        window.awaitText("Started by " + Replies.WORKER);
        window.network.happen(Replies.token(0, "Good **day**"), Replies.token(1, " to"));
        window.awaitText(" to");
        window.network.happen(Replies.token(2, " you"), Replies.chatDone("Good **day** to you"));
        window.awaitText("From Helios's help");

        assertThat(window.network.requests().getFirst().input())
                .isInstanceOfSatisfying(
                        TaskInput.Chat.class,
                        chat -> assertThat(chat.question()).isEqualTo("hello there"));
        assertThat(window.visibleTexts())
                .contains("hello there", "Good ", "day", " to you")
                .anyMatch(text -> text.startsWith("helios-reader-1 on " + Replies.WORKER + " · waited 0.2 s"))
                .noneMatch(text -> text.contains("**"));
    }

    @Test
    void escape_takes_the_question_back() {
        window.robot.write("hello").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.robot.type(KeyCode.ESCAPE);
        window.awaitText("You stopped this answer.");

        assertThat(window.network.cancelled()).containsExactly("job-1");
    }

    @Test
    void the_send_button_stops_while_an_answer_is_on_its_way() {
        assertThat(window.onUi(() -> window.node("#send").isDisabled())).isTrue();
        window.robot.write("hello").clickOn("#send");
        window.awaitRequests(1);
        assertThat(window.onUi(() -> window.node("#send").getAccessibleText())).isEqualTo("Stop (Esc)");
        window.robot.clickOn("#send");
        window.awaitText("You stopped this answer.");
    }

    @Test
    void a_fault_is_told_in_words_and_can_be_tried_again() {
        window.robot.write("hello").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(new JobEvent.Faulted(Problem.of(ProblemCode.NO_WORKER, "nobody is there")));
        window.awaitText("EN: nobody is there");

        window.robot.clickOn("Try again");
        window.awaitRequests(2);
        window.network.happen(Replies.chatDone("here I am"));
        window.awaitText("here I am");
    }

    @Test
    void a_lost_worker_is_told() {
        window.robot.write("hello").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(Replies.started(), new JobEvent.Requeued(0));

        window.awaitText("That computer left.");
    }

    @Test
    void files_become_chips_refusals_become_words_and_sources_become_cards(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("rules.txt"), "words");
        Path bad = Files.writeString(folder.resolve("virus.exe"), "MZ");
        window.doOnUi(() -> window.chat.draft().offer(List.of(good, bad)));
        window.awaitText("“virus.exe” is not a kind of file Helios reads.");
        assertThat(window.visibleTexts()).contains("rules.txt", "5 bytes", "Remove rules.txt");

        window.robot.write("what?").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(Replies.documentDone("Words.", new Source("rules.txt", null, 7, "words")));
        window.awaitText("rules.txt · paragraph 7");

        assertThat(window.visibleTexts()).contains("“words”", "Quoted from your file", "From your file");
        assertThat(window.network.requests().getFirst().input()).isInstanceOf(TaskInput.Document.class);
    }

    @Test
    void a_file_can_be_taken_away_again(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rules.txt"), "words");
        window.doOnUi(() -> window.chat.draft().offer(List.of(file)));
        window.awaitText("rules.txt");
        window.robot.clickOn(".chip-remove");

        assertThat(window.visibleTexts()).doesNotContain("rules.txt");
    }

    @Test
    void the_whole_answer_is_copied_as_it_was_written() {
        window.robot.write("hello").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(Replies.chatDone("Good **day**"));
        window.awaitText("Copy");
        window.robot.clickOn("Copy");

        assertThat(window.<String>onUi(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("Good **day**");
        assertThat(window.visibleTexts()).contains("Copied");
    }

    @Test
    void a_reader_who_scrolled_up_stays_there_and_is_told_of_new_text() {
        window.robot.write("hello").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(Replies.token(0, "line\n\n".repeat(80)));
        ScrollPane scroll = (ScrollPane) window.node(".message-scroll");
        await().until(() -> window.onUi(() -> scroll.getVvalue() == 1 && hidden(scroll) > 500));
        window.doOnUi(() -> scroll.setVvalue(0.2));
        double offset = window.onUi(() -> scroll.getVvalue() * hidden(scroll));

        window.network.happen(Replies.token(1, "more\n\n".repeat(40)));
        await().until(() -> window.onUi(() -> window.node(".new-text-pill").isVisible()));
        assertThat(window.<Double>onUi(() -> scroll.getVvalue() * hidden(scroll)))
                .isCloseTo(offset, within(2.0));

        window.robot.clickOn(".new-text-pill");
        await().until(() -> window.onUi(
                () -> scroll.getVvalue() == 1 && !window.node(".new-text-pill").isVisible()));
    }

    private static double hidden(ScrollPane scroll) {
        return ((Parent) scroll.getContent()).getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
    }
}
