/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.ui.Appearance;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatControlsTest {

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
    void shift_enter_opens_a_line_and_the_field_grows() {
        double before = window.onUi(() -> window.question().getHeight());
        window.robot
                .write("a")
                .press(KeyCode.SHIFT)
                .type(KeyCode.ENTER)
                .release(KeyCode.SHIFT)
                .write("b");

        assertThat(window.question().getText()).isEqualTo("a\nb");
        await().until(() -> window.onUi(() -> window.question().getHeight()) > before + 8);
        assertThat(window.network.requests()).isEmpty();
    }

    @Test
    void the_field_grows_no_further_than_eight_lines() {
        window.doOnUi(() -> window.question().setText("x\n".repeat(8)));
        await().until(() -> window.onUi(() -> window.question().getHeight()) > 100);
        double eight = window.onUi(() -> window.question().getHeight());
        window.doOnUi(() -> window.question().setText("x\n".repeat(80)));
        window.awaitText("New chat");

        assertThat(window.<Double>onUi(() -> window.question().prefHeight(-1))).isCloseTo(eight, within(1.0));
    }

    @Test
    void an_example_goes_into_the_field_to_be_sent() {
        window.robot.clickOn("How does Helios work?").type(KeyCode.ENTER);
        window.awaitRequests(1);

        assertThat(window.network.requests().getFirst().input().question()).isEqualTo("How does Helios work?");
    }

    @Test
    void control_n_begins_a_new_chat() {
        window.robot.write("hello").type(KeyCode.ENTER);
        window.awaitRequests(1);
        window.robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);

        window.awaitText("What would you like to know?");
        assertThat(window.onUi(() -> window.chat.conversation().exchanges())).isEmpty();
    }

    @Test
    void control_plus_minus_and_zero_zoom_everything() {
        double normal = window.onUi(() -> window.question().getFont().getSize());
        window.robot.press(KeyCode.CONTROL).type(KeyCode.PLUS, 3).release(KeyCode.CONTROL);
        await().until(() -> window.onUi(() -> window.question().getFont().getSize()) > normal * 1.25);
        window.robot.press(KeyCode.CONTROL).type(KeyCode.MINUS).release(KeyCode.CONTROL);
        await().until(() -> window.store.load().zoom().percent() == 120);
        window.robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT0).release(KeyCode.CONTROL);
        await().until(() -> window.onUi(() -> window.question().getFont().getSize()) == normal);
    }

    @Test
    void the_look_is_changed_and_kept() {
        choose("look-dark");
        await().until(() -> window.store.load().appearance() == Appearance.DARK);
        assertThat(rootClasses()).contains("dark").doesNotContain("light", "high-contrast", "wide");

        choose("look-high-contrast");
        choose("look-wide");
        await().until(() -> window.store.load().isWide());
        assertThat(window.store.load().appearance()).isEqualTo(Appearance.HIGH_CONTRAST);
        assertThat(rootClasses()).contains("high-contrast", "wide").doesNotContain("light", "dark");

        choose("look-larger");
        await().until(() -> window.store.load().zoom().percent() == 110);
    }

    private void choose(String item) {
        window.robot.clickOn("#appearance").clickOn("#" + item);
    }

    private List<String> rootClasses() {
        return window.onUi(() -> List.copyOf(window.chat.scene().getRoot().getStyleClass()));
    }

    @Test
    void the_privacy_sentence_stays_until_it_is_understood() {
        assertThat(window.visibleTexts()).anyMatch(text -> text.contains("Don't send secrets"));
        window.robot.clickOn("#privacy-understood");

        await().until(() -> window.store.load().privacyRead());
        assertThat(window.visibleTexts()).noneMatch(text -> text.contains("Don't send secrets"));
    }

    @Test
    void every_control_has_a_name() {
        window.doOnUi(() -> {
            for (Node node : window.chat.scene().getRoot().lookupAll(".button")) {
                assertNamed((Button) node);
            }
        });
    }

    @Test
    void the_keyboard_alone_reaches_every_control() {
        Set<String> reached = new LinkedHashSet<>();
        for (int step = 0; step < 16; step++) {
            window.robot.type(KeyCode.TAB);
            Node owner = window.onUi(() -> window.chat.scene().getFocusOwner());
            reached.add(owner.getId() == null ? ((Button) owner).getText() : owner.getId());
        }

        assertThat(reached)
                .containsExactly(
                        "turn-sidebar",
                        "temporary-chat",
                        "new-chat",
                        "language-en",
                        "appearance",
                        "settings",
                        "chat-search",
                        "chat-menu",
                        "chats",
                        "How does Helios work?",
                        "How much is 18 % of 2450?",
                        "What does “photosynthesis” mean?",
                        "privacy-understood",
                        "attach",
                        "question");
    }

    @Test
    void the_language_can_be_chosen_by_keyboard_and_is_never_none() {
        window.robot.type(KeyCode.TAB, 4).type(KeyCode.RIGHT);
        window.awaitText("Nuevo chat");
        window.robot.clickOn("#language-es");

        assertThat(window.onUi(() -> ((ToggleButton) window.node("#language-es")).isSelected()))
                .isTrue();
        assertThat(window.visibleTexts()).contains("Nuevo chat");
    }

    private static void assertNamed(Button button) {
        boolean named = !button.getText().isBlank()
                || (button.getAccessibleText() != null
                        && !button.getAccessibleText().isBlank());
        assertThat(named).as(button.toString()).isTrue();
    }
}
