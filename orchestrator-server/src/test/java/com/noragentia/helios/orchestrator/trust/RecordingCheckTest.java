/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.orchestrator.store.SqliteStore;
import com.noragentia.helios.orchestrator.store.Store;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.orchestrator.trial.Network;
import com.noragentia.helios.orchestrator.trial.TestClock;
import com.noragentia.helios.orchestrator.trial.Worker;
import com.noragentia.helios.protocol.api.JobAccepted;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobState;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of listeners over HTTP and WebSocket, beside what members send. */
class RecordingCheckTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void a_check_comes_in_the_same_message_and_kind_of_file_as_a_short_wav_of_a_member(@TempDir Path data)
            throws Exception {
        try (Network network = Network.withCanaries(data, new TestClock())) {
            Member member = network.firstMember();
            Worker worker = Worker.joinToDemonstrate(member, Worker.LISTENER).ready();
            ClipBank bank = ClipBank.load();
            byte[] own = own(bank, SoundForm.PLAIN);
            TaskInput asked = new TaskInput.Audio(Language.ES, "", List.of(member.upload("nota.wav", own)));
            listen(member, worker, asked); // how fast the worker is, nobody knows before
            ToWorker.RunTask real = listen(member, worker, asked);

            member.post("/api/v1/me/qualification", Map.of());
            ToWorker.RunTask check = worker.hearEventually(ToWorker.RunTask.class);
            while (check.input().expert() != Expert.AUDIO) {
                worker.say(new FromWorker.Completed(check.lease(), answer(data, check), Usage.NONE));
                check = worker.hearEventually(ToWorker.RunTask.class);
            }

            assertThat(form(check)).isEqualTo(form(real));
            Attachment file = check.input().attachments().getFirst();
            byte[] fetched = fetch(network.address() + check.blobs().get(file.blob()));
            assertThat(fetched).hasSize((int) file.bytes());
            byte[] alike = own(bank, formOf(fetched));
            assertThat(fetched.length).isBetween(alike.length / 2, alike.length * 2);
            assertThat(headOf(fetched)).isEqualTo(headOf(alike));
            ByteBuffer head = ByteBuffer.wrap(fetched).order(ByteOrder.LITTLE_ENDIAN);
            assertThat(List.of(16_000, 44_100, 48_000)).as("rates of recorders").contains(head.getInt(24));
            assertThat(head.getInt(4)).as("all that follows").isEqualTo(fetched.length - 8);
            assertThat(head.getInt(28)).as("bytes a second").isEqualTo(head.getInt(24) * head.getShort(22) * 2);
            assertThat(head.getInt(40)).as("the sound").isEqualTo(fetched.length - 44);
        }
    }

    private static byte[] own(ClipBank bank, SoundForm form) {
        return SpokenRecording.of(
                bank.in(Language.ES).stream().limit(3).map(bank::sound).toList(), form, new SplittableRandom(1));
    }

    /** Of a WAV, with the lengths of file and sound taken out: names, form, and nothing that a recorder would not write. */
    private static String headOf(byte[] wav) {
        byte[] head = Arrays.copyOf(wav, 44);
        Arrays.fill(head, 4, 8, (byte) 0);
        Arrays.fill(head, 40, 44, (byte) 0);
        assertThat(new String(head, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
        assertThat(new String(head, 8, 8, StandardCharsets.US_ASCII)).isEqualTo("WAVEfmt ");
        assertThat(new String(head, 36, 4, StandardCharsets.US_ASCII)).isEqualTo("data");
        return HexFormat.of().formatHex(head);
    }

    private static SoundForm formOf(byte[] wav) {
        ByteBuffer head = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        return new SoundForm(head.getInt(24), head.getShort(22));
    }

    /** Returns once the worker has nothing to do: what waits behind another task has a longer lease. */
    private static ToWorker.RunTask listen(Member member, Worker worker, TaskInput asked) {
        String job = member.post("/api/v1/jobs", new JobRequest(asked, null, Worker.LISTENER))
                .as(JobAccepted.class)
                .job();
        ToWorker.RunTask task = worker.hearEventually(ToWorker.RunTask.class);
        TaskOutput heard =
                new TaskOutput.Audio("Hola.", List.of(), List.of(new Utterance("nota.wav", 0, 900, "Hola.")));
        worker.say(new FromWorker.Completed(task.lease(), heard, Usage.NONE));
        await().atMost(SOON).until(() -> member.status(job).state() == JobState.DONE);
        return task;
    }

    private static TaskOutput answer(Path data, ToWorker.RunTask task) {
        try (Store beside = SqliteStore.open(data.resolve("helios.db"))) {
            return RightAnswers.to(
                    beside.read(tx -> new CanaryTable().find(tx, task.task())).orElseThrow());
        }
    }

    private static byte[] fetch(String link) throws Exception {
        try (Response response =
                Member.HTTP.newCall(new Request.Builder().url(link).build()).execute()) {
            return response.body().bytes();
        }
    }

    /** All that is drawn at random, or the member's own, taken away; a check looks as if others asked. */
    private static String form(ToWorker.RunTask task) {
        return JsonCodec.encodeToString(task)
                .replace(",\"own\":true", "")
                .replaceAll("[0-9a-f]{32,64}|[0-9]{13}|signature=[\\w-]+", "#")
                .replaceAll("\"name\":\"[^\"]*\"", "\"name\"")
                .replaceAll("\"bytes\":[0-9]+", "\"bytes\"")
                .replaceAll("\"language\":\"e[ns]\"", "\"language\"");
    }
}
