/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.ReplayingNetwork;
import com.noragentia.helios.desktop.chat.Replies;
import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an answer whose chat is left before it is complete. */
class LeftChatTest {

    @TempDir
    Path folder;

    private final HeadlessThreads headless = new HeadlessThreads();
    private final ReplayingNetwork network = ReplayingNetwork.silent();
    private ChatShelf shelf;
    private Conversation conversation;

    @BeforeEach
    void start() {
        shelf = new ChatShelf(folder, headless.threads(), Clock.systemUTC());
        conversation = headless.onUi(
                () -> new Conversation(network, headless.threads(), new SecureRandom(), shelf::newRecord));
        await().until(() -> headless.onUi(() -> shelf.state().get().equals(new ShelfState.Open())));
    }

    @AfterEach
    void end() {
        headless.doOnUi(conversation::close);
        shelf.close();
        headless.close();
    }

    /** Asks something and waits until its chat has a number in the file. */
    private long askInNewChat(String question) {
        int before = network.requests().size();
        headless.doOnUi(() -> {
            conversation.startAnew();
            conversation.ask(new Question(question, List.of(), Language.EN));
        });
        await().until(() -> network.requests().size() == before + 1);
        KeptChat kept = (KeptChat) headless.onUi(() -> conversation.record().get());
        await().until(() -> headless.onUi(() -> kept.id().get().isPresent()));
        return headless.onUi(() -> kept.id().get().getAsLong());
    }

    private void open(long chat) {
        AtomicReference<ReopenedChat> found = new AtomicReference<>();
        headless.doOnUi(() -> shelf.open(chat, found::set));
        await().until(() -> found.get() != null);
        headless.doOnUi(() -> conversation.goOnWith(Objects.requireNonNull(found.get())));
    }

    private String shown() {
        return headless.onUi(() -> conversation.exchanges().getLast().text());
    }

    private boolean isBusy() {
        return headless.onUi(() -> conversation.busy().get());
    }

    private Set<Long> answered() {
        return headless.onUi(() -> conversation.answered().getValue());
    }

    @Test
    void who_comes_back_finds_the_answer_still_growing() {
        long chat = askInNewChat("a long one");
        network.happen(Replies.started(), Replies.token(0, "so far"));
        headless.doOnUi(conversation::startAnew);
        assertThat(isBusy()).isFalse();
        assertThat(answered()).containsExactly(chat);

        open(chat);

        await().until(() -> shown().equals("so far"));
        assertThat(isBusy()).isTrue();
        network.happen(Replies.chatDone("so far so good"));
        await().until(() -> shown().equals("so far so good"));
        await().until(() -> !isBusy());
        assertThat(answered()).isEmpty();
        assertThat(network.cancelled()).isEmpty();
    }

    @Test
    void an_answer_that_came_while_nobody_looked_is_on_the_disk() {
        long chat = askInNewChat("a long one");
        headless.doOnUi(conversation::startAnew);
        network.happen(Replies.chatDone("all of it"));
        await().until(() -> answered().isEmpty());

        AtomicReference<ReopenedChat> found = new AtomicReference<>();
        headless.doOnUi(() -> shelf.open(chat, found::set));
        await().until(() -> found.get() != null);

        assertThat(Objects.requireNonNull(found.get()).branches().shown())
                .extracting(Exchange::text)
                .containsExactly("all of it");
    }

    @Test
    void an_answer_can_be_stopped_after_coming_back() {
        long chat = askInNewChat("a long one");
        headless.doOnUi(conversation::startAnew);
        open(chat);

        assertThat(headless.onUi(conversation::stop)).isTrue();

        await().until(() -> !isBusy());
        assertThat(network.cancelled()).containsExactly("job-1");
    }

    @Test
    void a_temporary_chat_that_is_left_is_stopped() {
        headless.doOnUi(() -> {
            conversation.startTemporary();
            conversation.ask(new Question("secret", List.of(), Language.EN));
        });
        await().until(() -> network.requests().size() == 1);
        headless.doOnUi(conversation::startAnew);

        await().until(() -> network.cancelled().equals(List.of("job-1")));
    }

    @Test
    void a_chat_that_is_deleted_while_it_is_answered_is_stopped() {
        long chat = askInNewChat("a long one");
        headless.doOnUi(conversation::startAnew);
        headless.doOnUi(() -> conversation.forget(List.of(chat)));

        await().until(() -> network.cancelled().equals(List.of("job-1")));
    }

    @Test
    void beyond_a_few_the_answer_that_was_left_first_is_stopped() {
        for (int i = 0; i <= LeftChats.MOST; i++) {
            askInNewChat("question " + i);
        }
        assertThat(network.cancelled()).isEmpty();
        headless.doOnUi(conversation::startAnew);

        await().until(() -> network.cancelled().equals(List.of("job-1")));
    }

    @Test
    void closing_takes_all_questions_back() {
        askInNewChat("one");
        askInNewChat("two");
        headless.doOnUi(conversation::close);

        await().until(() -> Set.copyOf(network.cancelled()).equals(Set.of("job-1", "job-2")));
    }
}
