/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.desktop.chat.conversation.Question;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageSwitchTest {

    @TempDir
    private Path chats;

    /** What is said in no language: names, the member's own words, the worker's answer. */
    private static final Set<String> THE_SAME_EVERYWHERE = Set.of(
            "Helios", "EN", "ES", "English", "español", "•", "my question", "the answer", "rules.txt", "5 bytes");

    @Test
    void an_empty_window_says_everything_in_the_other_language() throws TimeoutException {
        try (ChatFixture window = new ChatFixture(chats)) {
            assertEverythingChanges(window);
            assertThat(window.visibleTexts()).contains("¿Qué quieres saber?", "Nuevo chat", "Enviar (Intro)");
        }
    }

    @Test
    void a_conversation_says_everything_in_the_other_language(@TempDir Path folder)
            throws TimeoutException, IOException {
        Path file = Files.writeString(folder.resolve("rules.txt"), "words");
        Path bad = Files.writeString(folder.resolve("virus.exe"), "MZ");
        try (ChatFixture window = new ChatFixture(chats)) {
            window.doOnUi(() -> window.chat.draft().offer(List.of(file)));
            window.awaitText("rules.txt");
            window.doOnUi(() -> {
                window.chat.draft().text().set("my question");
                window.chat.draft().send(Language.EN);
            });
            window.awaitRequests(1);
            window.network.happen(Replies.documentDone("the answer", new Source("rules.txt", 3, null, "words")));
            window.awaitText("page 3");
            ask(window);
            window.awaitRequests(2);
            window.network.happen(new JobEvent.Faulted(Problem.of(ProblemCode.NO_WORKER, "nobody")));
            window.awaitText("nobody");
            ask(window);
            window.awaitRequests(3);
            window.network.happen(new JobEvent.Queued(0));
            window.awaitText("you are next");
            window.doOnUi(() -> window.chat.draft().offer(List.of(file, bad)));
            window.awaitText("virus.exe");

            assertEverythingChanges(window);
            assertThat(window.visibleTexts()).contains("rules.txt · página 3", "ES: nobody", "Citado de tu archivo");
        }
    }

    private static void ask(ChatFixture window) {
        window.doOnUi(() -> window.chat.conversation().ask(new Question("my question", List.of(), Language.EN)));
    }

    private static void assertEverythingChanges(ChatFixture window) {
        List<String> english = window.visibleTexts();
        window.robot.clickOn("#language-es");
        List<String> spanish = window.visibleTexts();

        assertThat(english).hasSizeGreaterThan(10);
        assertThat(spanish).hasSameSizeAs(english);
        assertThat(spanish)
                .filteredOn(text -> !THE_SAME_EVERYWHERE.contains(text))
                .doesNotContainAnyElementsOf(english);
    }
}
