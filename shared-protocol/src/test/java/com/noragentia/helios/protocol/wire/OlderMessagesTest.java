/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.PriceList;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.ledger.Credits;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages as programs wrote them before language models are still understood. */
class OlderMessagesTest {

    private static final int MAX_BYTES = 64 * 1024;

    @Test
    void a_task_without_seed_and_written_pieces_begins_anew() throws WireException {
        ToWorker task = read("""
                {"type":"task","lease":"l-1","task":"t-1","model":"m","attempt":1,"expiresAt":"2026-11-22T10:00:00Z",
                 "nextIndex":0,"input":{"type":"chat","language":"en","question":"Hi","history":[],"attachments":[]},
                 "blobs":{}}
                """, ToWorker.class);

        assertThat(task).isInstanceOfSatisfying(ToWorker.RunTask.class, run -> {
            assertThat(run.seed()).isNull();
            assertThat(run.written()).isNull();
            assertThat(((TaskInput.Chat) run.input()).options()).isNull();
        });
    }

    @Test
    void a_piece_and_an_answer_say_nothing_of_tokens() throws WireException {
        assertThat(read("{\"type\":\"progress\",\"lease\":\"l-1\",\"index\":3,\"text\":\"a\"}", FromWorker.class))
                .isEqualTo(new FromWorker.Progress("l-1", 3, "a"));
        assertThat(read(
                        "{\"type\":\"chat\",\"text\":\"8 km\",\"sources\":[],\"origin\":\"computed\"}",
                        TaskOutput.class))
                .isEqualTo(new TaskOutput.Chat("8 km", List.of(), AnswerOrigin.COMPUTED));
        assertThat(read(
                        "{\"promptTokens\":1,\"outputTokens\":2,\"pages\":3,\"megapixels\":0.5,\"audioSeconds\":0.0}",
                        Usage.class))
                .isEqualTo(new Usage(1, 2, 3, 0.5, 0));
    }

    @Test
    void a_recording_is_whole_and_nobody_says_how_it_was_heard() throws WireException {
        assertThat(read(
                        "{\"type\":\"audio\",\"language\":\"en\",\"question\":\"\",\"attachments\":[]}",
                        TaskInput.class))
                .isEqualTo(new TaskInput.Audio(Language.EN, "", List.of()));
        assertThat(read(
                        "{\"type\":\"audio\",\"text\":\"Hi.\",\"sources\":[{\"file\":\"a.wav\",\"quote\":\"Hi.\"}],\"utterances\":[]}",
                        TaskOutput.class))
                .isEqualTo(new TaskOutput.Audio("Hi.", List.of(new Source("a.wav", null, null, "Hi.")), List.of()));
    }

    @Test
    void a_question_about_documents_has_no_share_and_its_answer_no_writer() throws WireException {
        assertThat(read(
                        "{\"type\":\"document\",\"language\":\"en\",\"question\":\"How high?\",\"goal\":\"answer\",\"attachments\":[]}",
                        TaskInput.class))
                .isEqualTo(new TaskInput.Document(Language.EN, "How high?", TaskInput.DocumentGoal.ANSWER, List.of()));
        assertThat(read(
                        "{\"type\":\"document\",\"text\":\"31 m\",\"sources\":[],\"origin\":\"quoted\"}",
                        TaskOutput.class))
                .isEqualTo(new TaskOutput.Document("31 m", List.of(), AnswerOrigin.QUOTED));
    }

    @Test
    void a_picture_is_read_and_nobody_says_what_else_was_seen() throws WireException {
        assertThat(read(
                        "{\"type\":\"image\",\"language\":\"en\",\"question\":\"\",\"attachments\":[]}",
                        TaskInput.class))
                .isEqualTo(new TaskInput.Image(Language.EN, "", List.of()));
        assertThat(read("{\"type\":\"image\",\"text\":\"Hi\",\"sources\":[],\"lines\":[]}", TaskOutput.class))
                .isEqualTo(new TaskOutput.Image("Hi", List.of(), List.of()));
        assertThat(read("""
                        {"type":"combine","expert":"image","language":"es","question":"","parts":[
                         {"file":"a.png","output":{"type":"image","text":"","sources":[],"lines":[]}}]}
                        """, TaskInput.class))
                .isEqualTo(new TaskInput.Combine(
                        Expert.IMAGE,
                        Language.ES,
                        "",
                        List.of(new TaskInput.Combined("a.png", new TaskOutput.Image("", List.of(), List.of())))));
    }

    @Test
    void a_list_of_what_was_seen_with_a_gap_is_refused() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> read(
                        "{\"type\":\"image\",\"text\":\"\",\"sources\":[],\"lines\":[],\"seen\":[null]}",
                        TaskOutput.class));
    }

    @Test
    void a_request_names_no_model() throws WireException {
        JobRequest request =
                read("{\"input\":{\"type\":\"embedding\",\"language\":\"en\",\"texts\":[\"a\"]}}", JobRequest.class);

        assertThat(request.model()).isNull();
    }

    @Test
    void a_standing_and_a_list_of_prices_do_not_tell_what_a_usual_question_costs() throws WireException {
        StandingReport standing = read("""
                {"tier":"visitor","is_open":false,"is_admitted":true,"is_in_grace":false,"next":"provisional",
                 "missing":[{"requirement":"checks_passed","have":4.0,"need":10.0}],
                 "figures":{"checksPassed":4,"reputation":0.5,"recentAverage":0,"lifetime":0,"available":0,"pending":0,
                  "memberSince":"2026-03-01T12:00:00Z","jobsToday":0,"jobsUnderWay":0},
                 "rights":{"jobsPerDay":10,"jobsAtOnce":1,"debt":300000000,"weight":0.25}}
                """, StandingReport.class);
        PriceList prices = read("""
                {"table":2,"since":"2026-01-01","measured":"by hand","burnShare":0.08,"leastBurn":500000,
                 "canaryShare":0.5,"bytesPerToken":4,"models":[]}
                """, PriceList.class);

        assertThat(standing.jobEquivalent()).isNull();
        assertThat(standing.rights().debt()).isEqualTo(Credits.of(300));
        assertThat(prices.jobEquivalent()).isNull();
        assertThat(prices.leastBurn()).isEqualTo(Credits.of(0.5));
    }

    @Test
    void a_list_of_tokens_with_a_gap_is_refused() {
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> read(
                        "{\"type\":\"progress\",\"lease\":\"l\",\"index\":0,\"text\":\"a\",\"tokens\":[1,null]}",
                        FromWorker.class));
    }

    private static <T> T read(String json, Class<T> type) throws WireException {
        return JsonCodec.decode(json, type, MAX_BYTES);
    }
}
