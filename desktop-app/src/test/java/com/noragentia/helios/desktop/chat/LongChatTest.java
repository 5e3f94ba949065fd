/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.Outcome;
import com.noragentia.helios.desktop.history.SavedExchange;
import com.noragentia.helios.desktop.history.SavedQuestion;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chat of ten thousand messages in a real window. */
class LongChatTest {

    private static final int EXCHANGES = 5_000;

    @TempDir
    Path folder;

    private ChatFixture window;

    @BeforeEach
    void open() throws TimeoutException, IOException {
        List<SavedExchange> exchanges = IntStream.rangeClosed(1, EXCHANGES)
                .mapToObj(LongChatTest::exchange)
                .toList();
        ChatHistory.open(folder.resolve(ChatHistory.FILE))
                .add("n", "Long", exchanges, OptionalLong.of(EXCHANGES), Instant.now());
        window = new ChatFixture(folder);
        window.awaitText("Long");
        window.doOnUi(() -> {
            ListView<?> list = (ListView<?>) window.node("#chats");
            list.requestFocus();
            list.getSelectionModel().clearAndSelect(1);
        });
        window.robot.type(KeyCode.ENTER);
        window.awaitText("answer " + EXCHANGES + ".");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static SavedExchange exchange(int number) {
        SavedQuestion question = new SavedQuestion("question " + number, List.of(), Language.EN, Instant.now());
        return new SavedExchange(
                number,
                number == 1 ? OptionalLong.empty() : OptionalLong.of(number - 1),
                question,
                "**answer** " + number + ".\n\nanswer " + number + ".",
                Optional.of(new Outcome.Stopped()));
    }

    private int drawn() {
        return window.onUi(
                () -> window.chat.scene().getRoot().lookupAll(".exchange").size());
    }

    @Test
    void only_its_end_is_drawn_and_earlier_messages_where_they_are_asked_for() {
        assertThat(drawn()).isEqualTo(MessageList.DRAWN_AT_ONCE);
        window.doOnUi(() -> ((Button) window.node("#earlier-messages")).fire());

        await().until(() -> drawn() == 2 * MessageList.DRAWN_AT_ONCE);
        window.awaitText("question " + (EXCHANGES - 2 * MessageList.DRAWN_AT_ONCE + 1));
        assertThat(window.visibleTexts()).noneMatch(text -> text.equals("question 1"));
    }

    @Test
    void what_is_asked_next_stands_at_its_end_and_the_new_version_of_it_too() {
        window.robot.write("more").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.network.happen(Replies.chatDone("of it"));
        window.awaitText("of it");
        await().until(() -> window.onUi(() -> !window.chat.conversation().busy().get()));
        window.robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        window.awaitRequests(2);
        window.network.happen(Replies.chatDone("or of that"));
        window.awaitText("or of that");

        window.awaitText("2 / 2");
        assertThat(drawn()).isEqualTo(MessageList.DRAWN_AT_ONCE + 1);
    }
}
