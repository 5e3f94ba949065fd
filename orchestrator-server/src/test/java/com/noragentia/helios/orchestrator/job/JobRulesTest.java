/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.Reply;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.crypto.Sha256;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.ChatTurn;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.DocumentGoal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobRulesTest {

    private Network network;
    private Member member;
    private Attachment pdf;

    @BeforeAll
    void start(@TempDir Path data) {
        network = new Network(data, Clock.systemUTC());
        member = network.firstMember();
        pdf = member.upload("lease.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    }

    @AfterAll
    void stop() {
        network.close();
    }

    @Test
    void a_question_needs_words() {
        assertThat(problemOf(chat(" \n"))).isEqualTo(ProblemCode.QUESTION_EMPTY);
        assertThat(problemOf(document("", DocumentGoal.ANSWER, pdf))).isEqualTo(ProblemCode.QUESTION_EMPTY);
        assertThat(problemOf(new TaskInput.Embedding(Language.EN, List.of()))).isEqualTo(ProblemCode.QUESTION_EMPTY);
    }

    @Test
    void a_summary_needs_no_question() {
        assertThat(accepted(document("", DocumentGoal.SUMMARY, pdf))).isTrue();
    }

    @Test
    void a_question_has_a_longest_length() {
        String longest = "x".repeat(Limit.QUESTION_CHARACTERS.intValue());
        assertThat(accepted(chat(longest))).isTrue();
        Problem problem = member.tryAsk(chat(longest + "x")).as(Problem.class);
        assertThat(problem.code()).isEqualTo(ProblemCode.QUESTION_TOO_LONG);
        assertThat(problem.values()).containsEntry("limit", "20000");
    }

    @Test
    void a_conversation_has_a_longest_history() {
        List<ChatTurn> history = Collections.nCopies(65, new ChatTurn(ChatTurn.Role.MEMBER, "hello"));
        assertThat(problemOf(new TaskInput.Chat(Language.EN, "q", history, List.of())))
                .isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void experts_that_read_files_need_one() {
        assertThat(problemOf(document("q", DocumentGoal.ANSWER))).isEqualTo(ProblemCode.ATTACHMENT_MISSING);
        assertThat(problemOf(new TaskInput.Image(Language.EN, "", List.of())))
                .isEqualTo(ProblemCode.ATTACHMENT_MISSING);
    }

    @Test
    void files_fit_their_expert() {
        assertThat(problemOf(new TaskInput.Image(Language.EN, "", List.of(pdf))))
                .isEqualTo(ProblemCode.FILE_TYPE_UNSUPPORTED);
        assertThat(accepted(new TaskInput.Chat(Language.EN, "q", List.of(), List.of(pdf))))
                .isTrue();
    }

    @Test
    void there_are_at_most_five_files() {
        Attachment[] six = Collections.nCopies(6, pdf).toArray(Attachment[]::new);
        assertThat(problemOf(document("q", DocumentGoal.ANSWER, six))).isEqualTo(ProblemCode.TOO_MANY_ATTACHMENTS);
    }

    @Test
    void a_file_that_was_never_uploaded_is_missed_by_name() {
        Attachment unknown = new Attachment(Sha256.hex(new byte[7]), "gone.pdf", FileType.PDF, 7);
        Problem problem =
                member.tryAsk(document("q", DocumentGoal.ANSWER, unknown)).as(Problem.class);
        assertThat(problem.code()).isEqualTo(ProblemCode.ATTACHMENT_MISSING);
        assertThat(problem.values()).isEqualTo(Map.of("file", "gone.pdf"));
    }

    @Test
    void a_file_name_is_bare_and_keeps_its_promise() {
        assertThat(problemOf(document("q", DocumentGoal.ANSWER, named("../../etc/passwd.pdf"))))
                .isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(problemOf(document("q", DocumentGoal.ANSWER, named("lease.docx"))))
                .isEqualTo(ProblemCode.FILE_TYPE_MISMATCH);
    }

    @Test
    void text_of_a_document_goes_by_the_name_of_the_document() {
        byte[] content = "Helios-Text/1\tpdf\t1\n1\tThe rent is 780 euros.\n".getBytes(StandardCharsets.UTF_8);
        Attachment text = member.upload("text.heliostext", content);
        assertThat(accepted(document(
                        "q", DocumentGoal.ANSWER, new Attachment(text.blob(), "lease.pdf", text.type(), text.bytes()))))
                .isTrue();
        assertThat(problemOf(document(
                        "q", DocumentGoal.ANSWER, new Attachment(text.blob(), "a.png", text.type(), text.bytes()))))
                .isEqualTo(ProblemCode.FILE_TYPE_MISMATCH);
    }

    @Test
    void nobody_asks_for_a_share() {
        assertThat(problemOf(
                        new TaskInput.Document(Language.EN, "", DocumentGoal.SUMMARY, List.of(pdf), new Share(1, 2))))
                .isEqualTo(ProblemCode.REQUEST_INVALID);
        Attachment sound = member.upload("talk.wav", "RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        for (int of : List.of(0, 2, 1_000)) { // parts of nothing, and a thousandth of the price
            assertThat(problemOf(new TaskInput.Audio(Language.EN, "", List.of(sound), null, new Share(1, of))))
                    .isEqualTo(ProblemCode.REQUEST_INVALID);
        }
    }

    @Test
    void an_expert_without_any_model_says_so() {
        byte[] wav = "RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
        Attachment sound = member.upload("talk.wav", wav);
        Problem problem = member.tryAsk(new TaskInput.Audio(Language.ES, "", List.of(sound)))
                .as(Problem.class);
        assertThat(problem.code()).isEqualTo(ProblemCode.MODEL_MISSING);
        assertThat(problem.values())
                .isEqualTo(Map.of("expert", "audio", "reason", "audio", "offered", "helios-listen-1"));
    }

    @Test
    void a_request_sent_twice_under_one_key_is_one_job() {
        Reply first = member.tryAsk(chat("Only once, please."), "key-1");
        Reply second = member.tryAsk(chat("Only once, please."), "key-1");
        assertThat(second).isEqualTo(first);
        assertThat(member.tryAsk(chat("Something else."), "key-1").problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
        assertThat(member.tryAsk(chat("x"), "k".repeat(129)).problem()).isEqualTo(ProblemCode.REQUEST_INVALID);
    }

    @Test
    void a_member_has_at_most_eight_jobs_at_once() {
        Member busy = network.anotherMember("busy");
        for (int i = 0; i < 8; i++) {
            busy.ask("question " + i);
        }
        assertThat(busy.tryAsk(chat("one more")).problem()).isEqualTo(ProblemCode.TOO_MANY_JOBS);
    }

    @Test
    void nobody_sees_the_job_of_another() {
        String job = member.ask("A private matter");
        Member other = network.anotherMember("curious");
        assertThat(other.get("/api/v1/jobs/" + job).problem()).isEqualTo(ProblemCode.JOB_NOT_FOUND);
        assertThat(other.get("/api/v1/jobs/" + job + "/events").problem()).isEqualTo(ProblemCode.JOB_NOT_FOUND);
        assertThat(other.cancel(job).problem()).isEqualTo(ProblemCode.JOB_NOT_FOUND);
    }

    private Attachment named(String name) {
        return new Attachment(pdf.blob(), name, pdf.type(), pdf.bytes());
    }

    private static TaskInput chat(String question) {
        return new TaskInput.Chat(Language.EN, question, List.of(), List.of());
    }

    private static TaskInput document(String question, DocumentGoal goal, Attachment... attachments) {
        return new TaskInput.Document(Language.EN, question, goal, List.of(attachments));
    }

    private ProblemCode problemOf(TaskInput input) {
        return member.tryAsk(input).problem();
    }

    /** Accepted, and taken back so that no test stands in the way of another. */
    private boolean accepted(TaskInput input) {
        String job = member.ask(input);
        return member.cancel(job).status() == 204;
    }
}
