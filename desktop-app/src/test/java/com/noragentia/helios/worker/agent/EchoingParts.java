/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.AnswerOrigin;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.LoadedModel;
import com.noragentia.helios.worker.expert.ModelLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a worker process for tests, whose models repeat the words of the question; slowly, where it begins so. */
public final class EchoingParts implements WorkerParts {

    private static final long MILLIS_PER_WORD = 250;

    @Override
    public ModelFiles files(DataFolder folder, Worksite site) {
        return (manifest, progress) -> Map.of();
    }

    @Override
    public ModelLoader loader(DataFolder folder) {
        return new ModelLoader() {
            @Override
            public LoadedModel load(ModelManifest manifest, Map<String, Path> files) {
                return new ScriptedModel(
                        manifest,
                        0,
                        1,
                        (input, attachments, stream) -> {
                            CountDownLatch never = new CountDownLatch(1);
                            StringBuilder said = new StringBuilder();
                            for (String word : input.question().split("(?<= )", -1)) {
                                stream.piece(word);
                                said.append(word);
                                if (never.await(
                                        input.question().startsWith("slowly") ? MILLIS_PER_WORD : 0,
                                        TimeUnit.MILLISECONDS)) {
                                    throw new IllegalStateException("never came");
                                }
                            }
                            return new Answer(
                                    new TaskOutput.Chat(said.toString(), List.of(), AnswerOrigin.COMPUTED), Usage.NONE);
                        },
                        new AtomicInteger());
            }

            @Override
            public void close() {}
        };
    }
}
