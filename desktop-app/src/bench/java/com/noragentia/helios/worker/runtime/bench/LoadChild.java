/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import com.noragentia.helios.worker.runtime.MemoryBudget;
import com.noragentia.helios.worker.runtime.OnnxRuntime;
import com.noragentia.helios.worker.runtime.generation.GenerationSettings;
import com.noragentia.helios.worker.runtime.sampling.GumbelSampler;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A process that loads one model as the product does, and tells what that took. Arguments: threads, the graph, and, where the weights may be
 * kept packed for this processor, the folder for that.
 */
final class LoadChild {

    private LoadChild() {}

    public static void main(String[] arguments) throws Exception {
        Quiet.warningsToStandardError();
        int threads = Integer.parseInt(arguments[0]);
        Optional<Path> packed = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
        // What the library itself takes is not the model's.
        OnnxRuntime runtime = OnnxRuntime.start(threads, new MemoryBudget(Long.MAX_VALUE), packed);
        GenerationSettings settings = new GenerationSettings(GumbelSampler::new, () -> threads, packed.isPresent());
        ProcessMemory before = ProcessMemory.now();
        long start = System.nanoTime();
        try (OwnLoop loop = OwnLoop.open(runtime, Path.of(arguments[1]), settings)) {
            double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
            loop.write(new int[] {1, 2, 3}, 2);
            ProcessMemory after = ProcessMemory.now();
            Loaded loaded = new Loaded(
                    millis,
                    after.resident() - before.resident(),
                    after.peak() - before.resident(),
                    after.anonymous() - before.anonymous());
            System.out.println(loaded.line());
        }
        System.exit(0);
    }

    /** How long a load took, and what memory grew by. */
    record Loaded(double millis, double residentBytes, double peakBytes, double anonymousBytes) {

        String line() {
            return String.format(Locale.ROOT, "%f %f %f %f", millis, residentBytes, peakBytes, anonymousBytes);
        }

        static Loaded parse(String line) {
            String[] words = line.split(" ", 4);
            return new Loaded(
                    Double.parseDouble(words[0]),
                    Double.parseDouble(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]));
        }
    }
}
