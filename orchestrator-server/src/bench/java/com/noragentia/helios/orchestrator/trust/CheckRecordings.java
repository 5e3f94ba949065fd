/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.Utterance;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Shows what a listener makes of checks, outside of a network. {@code CheckRecordings draw <folder> <count> <seed>} makes as many checks as the orchestrator would, the same for the same seed:
 * {@code 00.wav} and so on, with {@code 00.json}, what is to be heard. {@code CheckRecordings judge <folder>} reads what was heard from {@code 00.txt} and so
 * on, and prints a line for each: {@code passed} or {@code failed}, what was said and what was heard.
 */
public final class CheckRecordings {

    private static final long MOST_BYTES = 100_000;

    private CheckRecordings() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("draw")) {
            draw(folder, Integer.parseInt(arguments[2]), new SplittableRandom(Long.parseLong(arguments[3])));
        } else {
            judge(folder);
        }
    }

    private static void draw(Path folder, int count, RandomGenerator random) throws IOException {
        SpokenKind kind = new SpokenKind(ClipBank.load());
        for (int number = 0; number < count; number++) {
            String name = String.format(Locale.ROOT, "%02d", number);
            Canary canary = kind.draw(random, new KeptFile(folder.resolve(name + ".wav")));
            Files.write(folder.resolve(name + ".json"), JsonCodec.encode(canary.answer()));
        }
    }

    private static void judge(Path folder) throws IOException {
        for (int number = 0; ; number++) {
            String name = String.format(Locale.ROOT, "%02d", number);
            if (!Files.exists(folder.resolve(name + ".json"))) {
                return;
            }
            KnownSpeech known = (KnownSpeech)
                    JsonCodec.decode(Files.readAllBytes(folder.resolve(name + ".json")), KnownAnswer.class, MOST_BYTES);
            String heard = Files.readString(folder.resolve(name + ".txt"));
            boolean isPassed = known.isGivenBy(
                    new TaskOutput.Audio(heard, List.of(), List.of(new Utterance(name + ".wav", 0, 1, heard))));
            System.out.println((isPassed ? "passed" : "failed") + "\t" + String.join(" ", known.sentences()) + "\t"
                    + heard.replaceAll("\\s+", " "));
        }
    }
}
