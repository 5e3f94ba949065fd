/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.ReplayingNetwork;
import com.noragentia.helios.desktop.chat.Replies;
import com.noragentia.helios.desktop.history.ChatHistory;
import com.noragentia.helios.desktop.history.SavedQuestion;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation and the file in which it is kept. */
class KeptConversationTest {

    @TempDir
    Path folder;

    private final HeadlessThreads headless = new HeadlessThreads();
    private final ReplayingNetwork network = ReplayingNetwork.silent();
    private ChatShelf shelf;
    private Conversation conversation;

    @BeforeEach
    void start() {
        begin();
        awaitOpen(); // two that make the file at once would stand in each other's way
    }

    private void awaitOpen() {
        await().until(() -> headless.onUi(() -> shelf.state().get().equals(new ShelfState.Open())));
    }

    private void begin() {
        shelf = new ChatShelf(folder, headless.threads(), Clock.systemUTC());
        conversation = headless.onUi(
                () -> new Conversation(network, headless.threads(), new SecureRandom(), shelf::newRecord));
    }

    @AfterEach
    void end() {
        shelf.close();
        headless.close();
    }

    private void restart() {
        shelf.close();
        start();
    }

    private void ask(String question, JobEvent... events) {
        int before = network.requests().size();
        headless.doOnUi(() -> conversation.ask(new Question(question, List.of(), Language.EN)));
        await().until(() -> network.requests().size() == before + 1);
        network.happen(events);
    }

    private void answered(String question, String answer) {
        ask(question, Replies.chatDone(answer));
        awaitRest();
    }

    private void awaitRest() {
        await().until(() -> headless.onUi(() -> !conversation.busy().get()));
    }

    private List<String> shown() {
        return headless.onUi(() -> conversation.exchanges().stream()
                .map(exchange -> exchange.question().text() + " " + exchange.text())
                .toList());
    }

    /** Opens the only chat there is. */
    private void reopen() {
        await().until(() -> headless.onUi(() -> shelf.chats().size() == 1));
        AtomicReference<ReopenedChat> found = new AtomicReference<>();
        headless.doOnUi(() -> shelf.open(shelf.chats().getFirst().id(), found::set));
        await().until(() -> found.get() != null);
        headless.doOnUi(() -> conversation.goOnWith(Objects.requireNonNull(found.get())));
    }

    private Exchange last() {
        return headless.onUi(() -> conversation.exchanges().getLast());
    }

    private List<Exchange> versions() {
        return headless.onUi(
                () -> conversation.versions(conversation.exchanges().getLast()));
    }

    @Test
    void a_chat_goes_on_after_a_restart_under_the_same_name() {
        answered("first", "one");
        restart();
        reopen();
        assertThat(shown()).containsExactly("first one");

        answered("second", "two");
        restart();
        reopen();

        assertThat(shown()).containsExactly("first one", "second two");
        assertThat(network.requests().get(0).conversation())
                .isEqualTo(network.requests().get(1).conversation());
        assertThat(last().state().get()).isInstanceOf(AnswerState.Answered.class);
    }

    @Test
    void what_has_come_is_on_the_disk_while_more_is_coming() throws IOException {
        ask("a long one", Replies.started(), Replies.token(0, "so far"));
        ChatHistory other = ChatHistory.open(folder.resolve(ChatHistory.FILE));

        await().until(() -> other.chats().list().stream()
                .flatMap(chat -> other.read(chat.id()).orElseThrow().branches().all().stream())
                .anyMatch(exchange ->
                        exchange.answer().equals("so far") && exchange.outcome().isEmpty()));
        network.happen(Replies.chatDone("so far so good"));
        awaitRest();
    }

    @Test
    void an_answer_that_was_cut_off_by_the_end_of_the_program_says_so() throws IOException {
        ChatHistory before = ChatHistory.open(folder.resolve(ChatHistory.FILE));
        long exchange = before.begin(
                        "n1",
                        new SavedQuestion(
                                "q", List.of(), Language.EN, Clock.systemUTC().instant()))
                .exchange();
        before.exchanges().write(exchange, "half");
        restart();
        reopen();

        assertThat(shown()).containsExactly("q half");
        assertThat(last().state().get()).isEqualTo(new AnswerState.Interrupted());
    }

    @Test
    void another_answer_is_another_version_and_both_are_kept() {
        answered("q", "one");
        headless.doOnUi(() -> conversation.askAgain(conversation.exchanges().getLast()));
        await().until(() -> network.requests().size() == 2);
        network.happen(Replies.chatDone("two"));
        awaitRest();
        assertThat(shown()).containsExactly("q two");

        Exchange older = versions().getFirst();
        headless.doOnUi(() -> conversation.turnTo(older));
        restart();
        reopen();

        assertThat(shown()).containsExactly("q one");
        assertThat(versions()).hasSize(2);
    }

    @Test
    void an_edited_question_leaves_what_followed_the_old_one() {
        answered("a", "1");
        answered("b", "2");
        Exchange first = headless.onUi(() -> conversation.exchanges().getFirst());
        headless.doOnUi(() -> conversation.edit(first, new Question("A", List.of(), Language.EN)));
        await().until(() -> network.requests().size() == 3);
        network.happen(Replies.chatDone("3"));
        awaitRest();
        assertThat(shown()).containsExactly("A 3");

        headless.doOnUi(() -> conversation.turnTo(first));

        assertThat(shown()).containsExactly("a 1", "b 2");
    }

    @Test
    void an_attempt_that_brought_nothing_is_no_version() {
        ask("q", new JobEvent.Faulted(Problem.of(ProblemCode.NO_WORKER, "nobody")));
        awaitRest();
        headless.doOnUi(() -> conversation.askAgain(conversation.exchanges().getLast()));
        await().until(() -> network.requests().size() == 2);
        network.happen(Replies.chatDone("now"));
        awaitRest();
        restart();
        reopen();

        assertThat(shown()).containsExactly("q now");
        assertThat(versions()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_kept_a_chat_goes_on_all_the_same() throws IOException {
        shelf.close();
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        shelf = new ChatShelf(file, headless.threads(), Clock.systemUTC());
        conversation = headless.onUi(
                () -> new Conversation(network, headless.threads(), new SecureRandom(), shelf::newRecord));
        await().until(() -> headless.onUi(() -> shelf.state().get().equals(new ShelfState.Unusable())));

        answered("q", "a");

        assertThat(shown()).containsExactly("q a");
    }
}
