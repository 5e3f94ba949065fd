/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Two members on loopback, Ana and Ben, from "you may not ask yet" to a forged ledger that is found out. Run by {@code ./helios demo
 * contribution}; one argument, the project's folder. Starts an orchestrator and two workers as processes of their own, ends all it started,
 * takes about two minutes, most of which is waiting for the minute's checkpoint. Exit 0 only if every step came out as it says. Ctrl-C and
 * SIGTERM end it with all it started, and leave nothing behind.
 */
public final class ContributionDemo implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;
    private static final int CONTRIBUTION_REQUIRED = 1;
    private static final int BROKEN = 3;
    /** What a device earns. */
    private static final Pattern EARNED = Pattern.compile("(\"account\":\"pending:[^\"]*\",\"amount\":)([0-9]+)");
    private static final String READY = "helios orchestrator ready ";

    private final Path project;
    private final Path folder = Files.createTempDirectory("helios-demo");
    private final Deque<Process> started = new ArrayDeque<>();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private int step;
    private boolean closed;

    /** What a command printed, and its exit code. */
    private record Outcome(int exit, String out) {}

    private ContributionDemo(Path project) throws IOException {
        this.project = project;
        this.address = "http://127.0.0.1:" + freePort();
    }

    public static void main(String[] arguments) throws Exception {
        try (ContributionDemo demo = new ContributionDemo(Path.of(arguments[0]))) {
            Runtime.getRuntime().addShutdownHook(new Thread(demo::closeAtLast, "end-demo"));
            demo.play();
        }
    }

    private void play() throws IOException, InterruptedException, SQLException {
        Process server = startServer();

        run(0, "ana", "account", "join", address);
        Outcome refused = run(CONTRIBUTION_REQUIRED, "ana", "ask", "What is 17 + 25?");
        tell("Ana joins and asks at once. She is refused, and told how to start:", refused.out());

        Process anasWorker = startWorker("ana");
        Outcome qualified = await("ana", outcome -> outcome.exit() == 0, "qualify");
        tell("Ana's computer works for the network and is checked:", qualified.out());
        tell("What that gives her:", run(0, "ana", "standing").out());

        end(anasWorker);
        run(0, "ben", "account", "join", address);
        startWorker("ben");
        Outcome answer = await("ana", outcome -> outcome.exit() == 0, "ask", "--json", "What is 17 + 25?");
        JsonNode result = object(answer);
        tell(
                "Her computer is off, Ben's answers, and Ana pays:",
                result.get("answer").asText() + "\n" + "paid: " + String.format(Locale.ROOT, "%.6f", result.get("credits").asDouble()) + " credits");

        long pending = micros("ben", "pending");
        require(pending > 0, "Ben has nothing pending");
        require(micros("ben", "lifetime") == 0, "Ben's credits matured unchecked");
        tell("Ben has earned, but it is pending until his computer passes a check:", credits(pending) + " credits pending");

        var unused = await("ben", outcome -> outcome.exit() == 0, "qualify");
        awaitMatured();
        tell("Ben's computer passes its checks, and what it earned before is his:", credits(micros("ben", "lifetime")) + " credits matured");

        Outcome receipts = await("ben", outcome -> outcome.exit() == 0 && outcome.out().contains("signed by"), "receipts");
        tell("After the minute's checkpoint Ben holds signed receipts, and they verify:", receipts.out());

        end(server);
        tell("The ledger verifies from zero:", verify(0).out());
        long forged = forge();
        String found = verify(BROKEN).out();
        require(found.contains("Entry " + forged + " is"), "another entry is named than " + forged + ":\n" + found);
        tell("Somebody writes himself a little more into the first paid entry, " + forged + ". The entry is named:", found);
        System.out.println("Every step came out as it should.");
    }

    private void tell(String what, String evidence) {
        System.out.printf(Locale.ROOT, "%d. %s%n", ++step, what);
        evidence.strip().lines().forEach(line -> System.out.println("     " + line));
        System.out.println();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process startServer() throws IOException {
        ProcessBuilder builder = helios("server", "server", "--data", data("server").toString(), "--port", address.substring(address.lastIndexOf(':') + 1));
        builder.environment().put("HELIOS_ENROLMENT", "open");
        builder.environment().put("HELIOS_ACCESS", "contributors");
        builder.environment().put("HELIOS_MATURATION_HOURS", "0");
        Process server = start(builder.redirectError(log("server")));
        String line = server.inputReader().readLine();
        require(line != null && line.startsWith(READY), "the orchestrator did not start: " + line);
        return server;
    }

    private Process startWorker(String member) throws IOException {
        return start(helios(member, "worker").redirectErrorStream(true).redirectOutput(log(member + "-worker")));
    }

    /** Nothing starts any more once the end has begun, or it would outlive the demo. */
    private synchronized Process start(ProcessBuilder builder) throws IOException {
        require(!closed, "the demo was ended");
        Process process = builder.start();
        started.push(process);
        return process;
    }

    private ProcessBuilder.Redirect log(String name) {
        return ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile());
    }

    private ProcessBuilder helios(String member, String... arguments) {
        List<String> command = new ArrayList<>(List.of(project.resolve("helios").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HELIOS_DATA", data(member).toString());
        builder.environment().put("HELIOS_KEYRING", "off");
        // What the steps are recognised by is English, as is the story around it.
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private Path data(String member) {
        return folder.resolve(member);
    }

    private Outcome run(int expected, String member, String... arguments) throws IOException, InterruptedException {
        Outcome outcome = run(member, arguments);
        require(outcome.exit() == expected, String.join(" ", arguments) + " ended with " + outcome.exit() + ":\n" + outcome.out());
        return outcome;
    }

    private Outcome run(String member, String... arguments) throws IOException, InterruptedException {
        Process process = start(helios(member, arguments).redirectErrorStream(true));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        require(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), String.join(" ", arguments) + " does not end");
        return new Outcome(process.exitValue(), out);
    }

    /** Repeats a command until its outcome is as wished. */
    private Outcome await(String member, Predicate<Outcome> wish, String... arguments) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Outcome outcome = run(member, arguments);
        while (!wish.test(outcome) && System.nanoTime() - deadline < 0) {
            pause();
            outcome = run(member, arguments);
        }
        require(wish.test(outcome), String.join(" ", arguments) + " did not come to its end:\n" + outcome.out());
        return outcome;
    }

    private void awaitMatured() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (micros("ben", "lifetime") == 0 && System.nanoTime() - deadline < 0) {
            pause();
        }
        require(micros("ben", "lifetime") > 0, "nothing matured");
    }

    private static void pause() throws InterruptedException {
        require(!new CountDownLatch(1).await(2, TimeUnit.SECONDS), "the pause ended early");
    }

    private long micros(String member, String figure) throws IOException, InterruptedException {
        return object(run(0, member, "standing", "--json")).get("figures").get(figure).asLong();
    }

    /** What follows the notes that a command makes on the way. */
    private JsonNode object(Outcome outcome) throws IOException {
        return json.readTree(outcome.out().substring(outcome.out().indexOf('{')));
    }

    private static String credits(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / 1e6);
    }

    private Outcome verify(int expected) throws IOException, InterruptedException {
        return run(expected, "server", "ledger", "verify", "--data", data("server").toString());
    }

    /** Makes the first entry of Ben's worth ten times as much, as a cheat would; says which entry that is. */
    private long forge() throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data("server").resolve("helios.db"));
                Statement statement = database.createStatement()) {
            try (ResultSet first = statement.executeQuery("SELECT idx, body FROM ledger_entry WHERE body LIKE '%\"TASK\"%' ORDER BY idx LIMIT 1")) {
                require(first.next(), "there was nothing to forge");
                long entry = first.getLong(1);
                String body = first.getString(2);
                String forged = EARNED.matcher(body).replaceFirst("$1$20");
                require(!forged.equals(body), "there is no amount in " + body);
                try (PreparedStatement change = database.prepareStatement("UPDATE ledger_entry SET body = ? WHERE idx = ?")) {
                    change.setString(1, forged);
                    change.setLong(2, entry);
                    require(change.executeUpdate() == 1, "nothing was forged");
                }
                return entry;
            }
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private void closeAtLast() {
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
