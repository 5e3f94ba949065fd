/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime.bench;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A process that loads one model, or packs one, and tells what it took. Linux only: elsewhere memory reads as zero. */
final class LoadChild {

    private static final int CAPACITY = 64;
    private static final String EXTERNAL_FROM_BYTES = "1024";

    private LoadChild() {}

    public static void main(String[] arguments) throws Exception {
        Quiet.warningsToStandardError();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", 4);
            int threads = Integer.parseInt(words[1]);
            Path model = Path.of(words[2]);
            if (words[0].equals("pack")) {
                pack(model, Path.of(words[3]), threads);
                System.out.println("packed");
            } else {
                System.out.println(load(model, threads).line());
            }
        }
        System.exit(0);
    }

    /** Writes the graph as it is after optimising, with its weights packed for this processor. */
    private static void pack(Path model, Path packed, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = BareLoop.options(threads)) {
            // It warns that the file is for this processor only, which is why it is made.
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setOptimizedModelFilePath(packed.toString());
            options.addConfigEntry(
                    "session.optimized_model_external_initializers_file_name", packed.getFileName() + ".data");
            options.addConfigEntry(
                    "session.optimized_model_external_initializers_min_size_in_bytes", EXTERNAL_FROM_BYTES);
            options.addConfigEntry("session.save_external_prepacked_constant_initializers", "1");
            OrtEnvironment.getEnvironment()
                    .createSession(model.toString(), options)
                    .close();
        }
    }

    private static Loaded load(Path model, int threads) throws IOException, OrtException {
        // What the library itself takes is not the model's.
        OrtEnvironment.getEnvironment().getVersion();
        ProcessMemory before = ProcessMemory.now();
        long start = System.nanoTime();
        try (BareLoop loop = BareLoop.open(model, threads, CAPACITY)) {
            double millis = (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
            // Some weights are read for the first time then.
            loop.write(new int[] {1, 2, 3}, 2);
            ProcessMemory after = ProcessMemory.now();
            return new Loaded(
                    millis,
                    after.resident() - before.resident(),
                    after.peak() - before.resident(),
                    after.anonymous() - before.anonymous());
        }
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
