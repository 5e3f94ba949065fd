/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.ReplayingNetwork;
import com.noragentia.helios.desktop.chat.Replies;
import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.attachment.Pixels;
import com.noragentia.helios.desktop.chat.attachment.Refusal;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {

    private final HeadlessThreads headless = new HeadlessThreads();
    private final ReplayingNetwork network = ReplayingNetwork.silent();
    private final Conversation conversation = new Conversation(network, headless.threads(), new SecureRandom());
    private final PastedPictures pictures = new PastedPictures();
    private final Draft draft = new Draft(conversation, headless.threads(), pictures);

    @AfterEach
    void end() throws IOException {
        headless.close();
        pictures.close();
    }

    @Test
    void sending_asks_and_clears_the_draft() {
        send("  hello  ");

        assertThat(headless.onUi(() -> conversation.exchanges().getFirst().question()))
                .isEqualTo(new Question("hello", List.of(), Language.EN));
        assertThat(headless.onUi(draft::isEmpty)).isTrue();
    }

    @Test
    void an_empty_draft_is_left_alone() {
        send("  \n ");

        assertThat(headless.onUi(() -> conversation.exchanges())).isEmpty();
    }

    @Test
    void a_question_over_the_limit_is_kept_and_told() {
        String words = "x".repeat(Limit.QUESTION_CHARACTERS.intValue() + 1);
        send(words);

        assertThat(headless.onUi(() -> draft.notices())).containsExactly(new Notice.QuestionTooLong(words.length()));
        assertThat(headless.onUi(() -> draft.text().get())).isEqualTo(words);
        assertThat(headless.onUi(() -> conversation.exchanges())).isEmpty();
    }

    @Test
    void the_next_question_waits_for_the_answer_and_then_goes_by_itself() {
        send("first");
        send("second");

        assertThat(next()).contains("second");
        assertThat(headless.onUi(draft::isEmpty)).isTrue();
        await().until(() -> network.requests().size() == 1);
        network.happen(Replies.chatDone("one"));

        await().until(() -> network.requests().size() == 2);
        assertThat(network.requests().getLast().input().question()).isEqualTo("second");
        assertThat(next()).isEmpty();
    }

    @Test
    void a_third_question_is_told_that_one_waits_already() {
        send("first");
        send("second");
        send("third");

        assertThat(headless.onUi(() -> draft.notices())).containsExactly(new Notice.OneWaitsAlready());
        assertThat(headless.onUi(() -> draft.text().get())).isEqualTo("third");
        assertThat(next()).contains("second");
    }

    @Test
    void after_an_answer_that_failed_the_question_that_waited_is_the_members_again() {
        send("first");
        send("second");
        headless.doOnUi(() -> draft.text().set("third"));
        await().until(() -> network.requests().size() == 1);
        network.happen(new JobEvent.Faulted(Problem.of(ProblemCode.NO_WORKER, "nobody")));

        await().until(() -> headless.onUi(() -> draft.text().get()).equals("second\nthird"));
        assertThat(next()).isEmpty();
        assertThat(network.requests()).hasSize(1);
    }

    private Optional<String> next() {
        return headless.onUi(() -> draft.next().get().map(Question::text));
    }

    @Test
    void what_is_quoted_stands_before_what_is_written() {
        headless.doOnUi(() -> {
            draft.text().set("why?");
            draft.quote("Roses are red.\n\nViolets are blue.");
        });

        assertThat(headless.onUi(() -> draft.text().get()))
                .isEqualTo("> Roses are red.\n>\n> Violets are blue.\n\nwhy?");
    }

    @Test
    void two_drops_at_once_are_both_taken(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("a.txt"), "a");
        Path second = Files.writeString(folder.resolve("b.txt"), "b");
        headless.doOnUi(() -> {
            draft.offer(List.of(first));
            draft.offer(List.of(second));
        });

        await().until(() -> headless.onUi(() -> draft.files().size() == 2));
    }

    @Test
    void a_pasted_picture_goes_to_the_expert_for_images() {
        headless.doOnUi(() -> draft.offer(new Pixels(1, 1, new int[] {0xFF123456})));
        await().until(() -> headless.onUi(() -> draft.files().size() == 1));
        send("");

        assertThat(headless.onUi(
                        () -> conversation.exchanges().getFirst().question().expert()))
                .isEqualTo(Expert.IMAGE);
    }

    @Test
    void a_refusal_is_told_until_the_files_change(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("a.txt"), "a");
        Path bad = Files.writeString(folder.resolve("b.exe"), "b");
        headless.doOnUi(() -> draft.offer(List.of(good, bad)));
        await().until(() -> headless.onUi(() -> !draft.notices().isEmpty()));
        assertThat(headless.onUi(() -> draft.notices()))
                .containsExactly(new Notice.FileRefused(new Refusal(Refusal.Reason.TYPE_UNSUPPORTED, "b.exe")));

        headless.doOnUi(() -> draft.remove(draft.files().getFirst()));

        assertThat(headless.onUi(() -> draft.notices())).isEmpty();
        assertThat(headless.onUi(() -> draft.files())).isEmpty();
    }

    private void send(String words) {
        headless.doOnUi(() -> {
            draft.text().set(words);
            draft.send(Language.EN);
        });
    }
}
