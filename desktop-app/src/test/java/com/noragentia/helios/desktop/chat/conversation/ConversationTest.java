/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.ReplayingNetwork;
import com.noragentia.helios.desktop.chat.Replies;
import com.noragentia.helios.desktop.chat.attachment.PendingFile;
import com.noragentia.helios.desktop.problem.WaitFacts;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.Phase;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.WaitReason;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationTest {

    private final HeadlessThreads headless = new HeadlessThreads();
    private final ReplayingNetwork network = ReplayingNetwork.silent();
    private final Conversation conversation = new Conversation(network, headless.threads(), new SecureRandom());

    @AfterEach
    void endThreads() {
        headless.close();
    }

    @Test
    void each_event_has_its_state_and_the_pieces_join_into_the_answer() {
        ask("hello");
        awaitState(new AnswerState.Sending());
        network.happen(new JobEvent.Queued(2));
        awaitState(new AnswerState.Waiting(2));
        network.happen(Replies.started());
        awaitState(new AnswerState.Started(Replies.WORKER));
        network.happen(new JobEvent.Working(Phase.READING, 1, 4));
        awaitState(new AnswerState.Working(Replies.WORKER, Phase.READING, 1, 4));
        network.happen(Replies.token(0, "Good "));
        awaitState(new AnswerState.Working(Replies.WORKER, Phase.WRITING, 0, 0));
        network.happen(new JobEvent.Requeued(1));
        awaitState(new AnswerState.PassedOn());
        network.happen(Replies.started(), Replies.token(1, "day"), Replies.chatDone("Good day"));
        awaitOver();

        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("Good day");
        assertThat(headless.onUi(() -> conversation.busy().get())).isFalse();
    }

    @Test
    void questions_of_one_conversation_share_a_name_that_no_other_has() {
        for (int i = 0; i < 2; i++) {
            ask("hello");
            int asked = i + 1;
            await().until(() -> network.requests().size() == asked);
            network.happen(Replies.chatDone("hi"));
            awaitOver();
        }
        headless.doOnUi(conversation::startAnew);
        ask("hello again");
        await().until(() -> network.requests().size() == 3);

        List<String> names = network.requests().stream()
                .map(request -> Objects.requireNonNull(request.conversation()))
                .toList();
        assertThat(names.get(0)).isEqualTo(names.get(1)).matches("[0-9a-f]{32}");
        assertThat(names.get(2)).isNotEqualTo(names.get(0)).matches("[0-9a-f]{32}");
    }

    @Test
    void a_question_that_waits_says_why_until_it_begins() {
        ask("hello");
        awaitRequest();
        network.happen(new JobEvent.Queued(2));
        awaitState(new AnswerState.Explained(new WaitFacts(2, 40_000L, WaitReason.WORKERS_BUSY)));
        network.happen(Replies.started());
        awaitState(new AnswerState.Started(Replies.WORKER));
    }

    @Test
    void while_pages_of_a_scan_are_read_before_it_goes_it_is_told_how_many(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("scan.pdf"), "%PDF-1.7");
        PendingFile scan = new PendingFile(file, "scan.pdf", FileType.PDF, 8);
        network.readsPages(12);
        List<AnswerState> seen = new CopyOnWriteArrayList<>();
        headless.doOnUi(() -> {
            conversation.ask(new Question("?", List.of(scan), Language.EN));
            exchange().state().subscribe(state -> {
                seen.add(state);
            });
        });
        await().until(() -> seen.contains(new AnswerState.Sending()));

        assertThat(seen)
                .containsSubsequence(
                        new AnswerState.Uploading("scan.pdf", 1, 1, false),
                        new AnswerState.Working("", Phase.RECOGNISING, 3, 12),
                        new AnswerState.Working("", Phase.RECOGNISING, 12, 12));
    }

    @Test
    void parts_are_counted_while_several_workers_read() {
        ask("hello");
        awaitRequest();
        network.happen(new JobEvent.Parts(0, 2), Replies.started(), new JobEvent.Working(Phase.READING, 1, 4));
        awaitState(new AnswerState.Parts(0, 2));
        network.happen(Replies.token(0, "one"), new JobEvent.Parts(1, 2));
        awaitState(new AnswerState.Parts(1, 2));
        network.happen(new JobEvent.Requeued(1));
        awaitState(new AnswerState.PassedOn());
        network.happen(Replies.started());
        awaitState(new AnswerState.Parts(1, 2));
        network.happen(new JobEvent.Parts(2, 2));
        awaitState(new AnswerState.Parts(2, 2));
        network.happen(Replies.started());
        awaitState(new AnswerState.Started(Replies.WORKER));
        network.happen(Replies.token(1, " two"), Replies.chatDone("one two"));
        awaitOver();

        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("one two");
    }

    @Test
    void a_piece_that_comes_twice_is_shown_once() {
        ask("hello");
        awaitRequest();
        network.happen(Replies.token(0, "a"), Replies.token(1, "b"), Replies.token(1, "b"), Replies.chatDone("ab"));
        awaitOver();

        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("ab");
    }

    @Test
    void another_model_that_begins_anew_takes_the_place_of_what_had_come() {
        ask("hello");
        awaitRequest();
        network.happen(
                Replies.started(), Replies.token(0, "One\n\n"), Replies.token(1, "two"), new JobEvent.Requeued(2));
        await().until(() -> headless.onUi(() -> exchange().text().equals("One\n\ntwo")));
        network.happen(JobEvent.Requeued.ANEW, Replies.started());
        await().until(() -> headless.onUi(() -> exchange().text().isEmpty()));
        assertThat(headless.onUi(() -> exchange().finishedBlocks())).isEmpty();

        network.happen(Replies.token(0, "Uno"), Replies.token(1, " dos"));

        await().until(() -> headless.onUi(() -> exchange().text().equals("Uno dos")));
        network.happen(Replies.chatDone("Uno dos"));
        awaitOver();
        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("Uno dos");
    }

    @Test
    void the_result_wins_over_what_had_streamed() {
        ask("hello");
        awaitRequest();
        network.happen(Replies.token(0, "half of"), Replies.chatDone("something else"));
        awaitOver();

        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("something else");
        assertThat(headless.onUi(() -> exchange().finishedBlocks())).isEmpty();
    }

    @Test
    void stopping_takes_the_job_back_and_keeps_what_had_come() {
        ask("hello");
        awaitRequest();
        network.happen(Replies.started(), Replies.token(0, "half an"));
        await().until(() -> headless.onUi(() -> exchange().text().equals("half an")));

        headless.doOnUi(conversation::stop);
        awaitState(new AnswerState.Stopped());

        assertThat(network.cancelled()).containsExactly("job-1");
        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("half an");
    }

    @Test
    void a_fault_shows_its_problem_and_asking_again_replaces_it() {
        Problem problem = Problem.of(ProblemCode.NO_WORKER, "nobody is there");
        ask("hello");
        awaitRequest();
        network.happen(new JobEvent.Faulted(problem));
        awaitState(new AnswerState.Failed(problem));

        headless.doOnUi(() -> conversation.askAgain(exchange()));
        await().until(() -> network.requests().size() == 2);
        network.happen(Replies.chatDone("now"));
        awaitOver();

        assertThat(headless.onUi(() -> conversation.exchanges().size())).isEqualTo(1);
        assertThat(headless.onUi(() -> exchange().text())).isEqualTo("now");
    }

    @Test
    void answered_exchanges_are_the_history_of_the_next_question() {
        ask("first");
        awaitRequest();
        network.happen(Replies.chatDone("one"));
        awaitOver();
        ask("second");
        await().until(() -> network.requests().size() == 2);

        TaskInput.Chat chat = (TaskInput.Chat) network.requests().getLast().input();
        assertThat(chat.question()).isEqualTo("second");
        assertThat(chat.history())
                .containsExactly(
                        new ChatTurn(ChatTurn.Role.MEMBER, "first"), new ChatTurn(ChatTurn.Role.ASSISTANT, "one"));
    }

    @Test
    void a_document_without_a_question_is_summed_up(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "words");
        PendingFile pending = new PendingFile(file, "a.txt", FileType.TEXT, 5);
        headless.doOnUi(() -> conversation.ask(new Question("", List.of(pending), Language.ES)));
        awaitRequest();

        TaskInput.Document document =
                (TaskInput.Document) network.requests().getFirst().input();
        assertThat(document.goal()).isEqualTo(TaskInput.DocumentGoal.SUMMARY);
        assertThat(document.language()).isEqualTo(Language.ES);
        assertThat(document.attachments())
                .singleElement()
                .satisfies(attachment -> assertThat(attachment.name()).isEqualTo("a.txt"));
    }

    @Test
    void a_file_that_is_gone_by_the_time_it_is_sent_fails_in_words(@TempDir Path folder) {
        PendingFile gone = new PendingFile(folder.resolve("gone.txt"), "gone.txt", FileType.TEXT, 5);
        headless.doOnUi(() -> conversation.ask(new Question("?", List.of(gone), Language.EN)));
        awaitOver();

        assertThat(headless.onUi(() -> exchange().state().get()))
                .isInstanceOfSatisfying(
                        AnswerState.Failed.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.FILE_UNREADABLE));
        assertThat(network.requests()).isEmpty();
    }

    @Test
    void a_new_chat_takes_the_running_job_back() {
        ask("hello");
        awaitRequest();
        headless.doOnUi(conversation::startAnew);
        await().until(() -> network.cancelled().equals(List.of("job-1")));

        assertThat(headless.onUi(() -> conversation.exchanges())).isEmpty();
        assertThat(headless.onUi(() -> conversation.busy().get())).isFalse();
    }

    @Test
    void one_question_at_a_time() {
        ask("hello");
        assertThatThrownBy(() -> ask("more")).hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private void ask(String words) {
        headless.doOnUi(() -> conversation.ask(new Question(words, List.of(), Language.EN)));
    }

    private Exchange exchange() {
        return conversation.exchanges().getLast();
    }

    private void awaitRequest() {
        await().until(() -> !network.requests().isEmpty());
    }

    private void awaitState(AnswerState state) {
        await().until(() -> headless.onUi(() -> exchange().state().get().equals(state)));
        awaitRequest();
    }

    private void awaitOver() {
        await().until(() -> headless.onUi(() -> exchange().state().get().isOver()));
    }
}
