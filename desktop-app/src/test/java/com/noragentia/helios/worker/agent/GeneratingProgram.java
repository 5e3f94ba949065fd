/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.protocol.model.ModelFile;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.ModelSpace;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.CausalLanguageModel;
import com.noragentia.helios.worker.runtime.generation.GenerationRequest;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.generation.TokenSink;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import com.noragentia.helios.worker.runtime.sampling.SamplingRule;
import com.noragentia.helios.worker.runtime.sampling.TokenSequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A process that writes tokens without end, three answers side by side, and heeds the signals that a worker heeds. */
public final class GeneratingProgram {

    static final String AT_WORK = "at work";
    private static final int ANSWERS = 3;

    private GeneratingProgram() {}

    /** @param arguments the folder of a model with a context of thousands */
    public static void main(String[] arguments) throws Exception {
        HumblePriority.take();
        CountDownLatch asked = new CountDownLatch(1);
        EndSignals.heed(asked::countDown);
        ModelSpace space = open(Path.of(arguments[0]));
        CausalLanguageModel model = CausalLanguageModel.open(
                space, "model.onnx", new GenerationSettings(GumbelSampler::new, () -> 2, false));
        CountDownLatch begun = new CountDownLatch(ANSWERS);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < ANSWERS; i++) {
            int first = i;
            callers.add(Thread.ofPlatform().daemon().start(() -> writeWithoutEnd(model, first, begun)));
        }
        begun.await();
        System.out.println(AT_WORK);
        asked.await();
        for (Thread caller : callers) {
            caller.interrupt();
            caller.join();
        }
        space.close();
        System.exit(0);
    }

    private static void writeWithoutEnd(CausalLanguageModel model, int first, CountDownLatch begun) {
        TokenSink sink = new TokenSink() {
            @Override
            public void reading(int done, int total) {}

            @Override
            public boolean token(int token) {
                begun.countDown();
                return true;
            }
        };
        try {
            while (true) {
                TokenSequence prompt = new TokenSequence(new int[] {first, 5, 9});
                model.generate(new GenerationRequest(prompt, SamplingRule.GREEDY, 3000, Set.of()), sink);
            }
        } catch (ModelFailure e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ModelSpace open(Path folder) throws Exception {
        Map<String, Path> files = new HashMap<>();
        List<ModelFile> listed = new ArrayList<>();
        try (var all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                files.put(name, file);
                listed.add(new ModelFile(name, Files.size(file), "0".repeat(64), List.of()));
            }
        }
        long bytes = 1_500_000_000;
        ModelManifest manifest =
                new ModelManifest("random", "Random", List.of(Expert.CHAT), List.of(), "CC0-1.0", bytes, listed);
        return OnnxRuntime.start(2, new MemoryBudget(bytes)).admit(manifest, files);
    }
}
