/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import static com.noragentia.helios.worker.agent.ScriptedChannel.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.message.FromWorker;
import com.noragentia.helios.protocol.message.ToWorker;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.ChatOptions;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.writing.ChatExpert;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.text.EndTokens;
import com.noragentia.helios.worker.runtime.text.HuggingFaceTextTokenizer;
import com.noragentia.helios.worker.runtime.text.JinjaChatTemplate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.WebSocket;
import org.junit.jupiter.api.Test;

/** Eight tasks at once for the demonstration model, through a worker and the real generation loop. */
final class SharedRunsTest extends WorkerAgentFixture {

    private static final String ID = "helios-demo-1";
    private static final int ANSWERS = 8;
    private static final int TOKENS = 150;

    @Override
    long memoryBytes() {
        return 1_000_000_000;
    }

    @Test
    void eight_asked_at_once_are_written_in_shared_runs_and_each_is_what_it_is_alone() throws Exception {
        try (ModelSpace space = space()) {
            CausalLanguageModel model = CausalLanguageModel.open(
                    space, space.nameEndingWith(".onnx"), new GenerationSettings(GumbelSampler::new, () -> 2, false));
            other = Optional.of(expert(space, model));
            WebSocket session = greeted();
            say(session, assign(1));
            channel.hears(FromWorker.AssignmentAccepted.class);
            assertThat(channel.hears(FromWorker.AssignmentReady.class).atOnce()).isEqualTo(ANSWERS);

            Map<String, Object> alone = new HashMap<>();
            for (int i = 0; i < ANSWERS; i++) {
                say(session, asked("alone", i));
                alone.putAll(answers(1));
            }
            assertThat(model.counts().widest()).isOne();
            for (int i = 0; i < ANSWERS; i++) {
                say(session, asked("together", i));
            }
            Map<String, Object> together = answers(ANSWERS);

            assertThat(together).hasSize(ANSWERS).isEqualTo(alone);
            assertThat(model.counts().widest()).isGreaterThan(ANSWERS / 2);
        }
    }

    /** By the number of the task, its tokens and its last word. */
    private Map<String, Object> answers(int count) throws InterruptedException {
        Map<String, StringBuilder> tokens = new HashMap<>();
        Map<String, Object> ended = new TreeMap<>();
        while (ended.size() < count) {
            FromWorker message = channel.hears(FromWorker.class);
            if (message instanceof FromWorker.Progress piece) {
                tokens.computeIfAbsent(piece.lease(), lease -> new StringBuilder())
                        .append(Objects.requireNonNullElse(piece.tokens(), List.of()));
            } else if (message instanceof FromWorker.Completed end) {
                String written = String.valueOf(tokens.get(end.lease())).replace("][", ", ");
                ended.put(end.lease().replaceAll("\\D", ""), List.of(written, end.output()));
            }
        }
        return ended;
    }

    private static ToWorker.RunTask asked(String how, int number) {
        TaskInput.Chat input = new TaskInput.Chat(
                Language.EN,
                "Tell me something about the sea, number " + number + ".",
                List.of(),
                List.of(),
                new ChatOptions(1.9, null, 64, null, null, null, TOKENS, null, null, null));
        String lease = how + "-" + number;
        return new ToWorker.RunTask(
                lease, "task " + lease, MODEL.id(), 1, Instant.MAX, 0, input, null, Map.of(), 40L + number, null, null);
    }

    private ModelSpace space() throws Exception {
        DataFolder data = new DataFolder(temporary.resolve("data")).create();
        ModelManifest manifest = BundledCatalogue.find(ID).orElseThrow();
        return OnnxRuntime.start(2, new MemoryBudget(manifest.memoryBytes()))
                .admit(manifest, BundledParts.store(data).ensure(manifest, done -> {}));
    }

    private static ChatExpert expert(ModelSpace space, CausalLanguageModel model) throws Exception {
        HuggingFaceTextTokenizer tokenizer = HuggingFaceTextTokenizer.open(space, "tokenizer.json");
        return new ChatExpert(
                space.manifest(),
                model,
                tokenizer,
                JinjaChatTemplate.open(space, tokenizer, Clock.systemUTC()),
                EndTokens.of(space, tokenizer),
                () -> {});
    }
}
