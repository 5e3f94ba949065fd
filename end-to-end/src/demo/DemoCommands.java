/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Runs commands of {@code ./helios} for several members, each in a process of its own and with a data folder of its own. What they write goes to
 * files, so that one that hangs is not waited for longer than patience lasts. All processes and files go at the end.
 */
final class DemoCommands implements AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 2_000;

    private final Path project;
    private final Duration patience;
    private final Path folder = Files.createTempDirectory("helios-demo");
    private final Deque<Process> started = new ArrayDeque<>();
    private boolean closed;

    /** What a command printed, and its exit code. */
    record Outcome(int exit, String out) {

        boolean isDone() {
            return exit == 0;
        }
    }

    /** @param patience with one command, or until repeating it helped */
    DemoCommands(Path project, Duration patience) throws IOException {
        this.project = project;
        this.patience = patience;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** Nothing starts any more once the end has begun, or it would outlive the demo. */
    synchronized Process start(ProcessBuilder builder) throws IOException {
        require(!closed, "the demo was ended");
        Process process = builder.start();
        started.push(process);
        return process;
    }

    /** A file for what a process writes; emptied when the next process begins to write there. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** A command that is not started yet. */
    ProcessBuilder helios(String member, String... arguments) {
        List<String> command = new ArrayList<>(List.of(project.resolve("helios").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HELIOS_DATA", data(member).toString());
        builder.environment().put("HELIOS_KEYRING", "off");
        // What the steps are recognised by is English, as is the story around it.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    /** The data folder of a member, or of the server. */
    Path data(String member) {
        return folder.resolve(member);
    }

    /** Runs a command to its end, which must be this exit code. */
    Outcome run(int expected, String member, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(member, arguments);
        require(
                outcome.exit() == expected,
                String.join(" ", arguments) + " ended with " + outcome.exit() + ":\n" + outcome.out());
        return outcome;
    }

    private Outcome run(String member, String... arguments) throws IOException, InterruptedException {
        Path printed = log(member + "-command");
        Process process =
                start(helios(member, arguments).redirectErrorStream(true).redirectOutput(printed.toFile()));
        process.getOutputStream().close();
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        Outcome outcome = new Outcome(ended ? process.exitValue() : -1, Files.readString(printed));
        require(ended, String.join(" ", arguments) + " does not end:\n" + outcome.out());
        return outcome;
    }

    /** Repeats a command until its outcome is as wished. */
    Outcome await(Predicate<Outcome> wish, String member, String... arguments)
            throws IOException, InterruptedException {
        Outcome[] last = new Outcome[1];
        boolean came = await(() -> {
            last[0] = run(member, arguments);
            return wish.test(last[0]);
        });
        require(came, String.join(" ", arguments) + " did not come to its end:\n" + last[0].out());
        return last[0];
    }

    /** Something that is looked at again and again. */
    @FunctionalInterface
    interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }

    /** False if it does not hold within the time that patience lasts. */
    boolean await(Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean holds = condition.holds();
        while (!holds && System.nanoTime() - deadline < 0) {
            require(!new CountDownLatch(1).await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS), "the pause ended early");
            holds = condition.holds();
        }
        return holds;
    }

    static void end(Process process) throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As {@link #close}, for the end of the whole program. */
    void closeAtLast() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() throws IOException, InterruptedException {
        if (closed) {
            return;
        }
        closed = true;
        for (Process process : started) {
            if (process.isAlive()) {
                end(process);
            }
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
