/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Shows what the models that see make of checks, outside of a network. {@code CheckPictures draw <folder> <count> <seed>} makes checks as the orchestrator
 * would, in the folders {@code TO_DESCRIBE} and {@code TO_FIND}: {@code 0000.png} and so on, with {@code 0000.json}, what is to be seen. {@code CheckPictures judge
 * <folder>} reads what was seen, a task's output, from {@code 0000.seen} and so on, and prints a line for each: {@code passed} or {@code failed}, the picture, what
 * it shows and what was seen.
 */
public final class CheckPictures {

    private static final long MOST_BYTES = 100_000;

    private CheckPictures() {}

    public static void main(String[] arguments) throws IOException {
        for (FiguresKind kind : FiguresKind.values()) {
            Path folder = Files.createDirectories(Path.of(arguments[1]).resolve(kind.name()));
            if (arguments[0].equals("draw")) {
                draw(kind, folder, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
            } else {
                judge(folder);
            }
        }
    }

    private static void draw(FiguresKind kind, Path folder, int count, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int number = 0; number < count; number++) {
            Canary canary = kind.draw(random, new KeptFile(folder.resolve(file(number, "png"))));
            Files.write(folder.resolve(file(number, "json")), JsonCodec.encode(canary.answer()));
        }
    }

    private static void judge(Path folder) throws IOException {
        for (int number = 0; Files.exists(folder.resolve(file(number, "json"))); number++) {
            byte[] right = Files.readAllBytes(folder.resolve(file(number, "json")));
            byte[] seen = Files.readAllBytes(folder.resolve(file(number, "seen")));
            boolean isPassed = JsonCodec.decode(right, KnownAnswer.class, MOST_BYTES)
                    .isGivenBy(JsonCodec.decode(seen, TaskOutput.class, MOST_BYTES));
            System.out.println((isPassed ? "passed" : "failed") + "\t" + folder.getFileName() + " " + number + "\t"
                    + new String(right, UTF_8) + "\t"
                    + new String(seen, UTF_8));
        }
    }

    private static String file(int number, String extension) {
        return String.format(Locale.ROOT, "%04d.%s", number, extension);
    }
}
