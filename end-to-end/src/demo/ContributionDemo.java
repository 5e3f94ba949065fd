/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Two members on loopback, Ana and Ben, from "you may not ask yet" to a forged ledger that is found out. Run by {@code ./helios demo
 * contribution}; arguments are the project's folder and, if it is not to be two minutes, how many seconds to wait for a command. Starts an
 * orchestrator and two workers as processes of their own, ends all it started, takes about two minutes, most of which is waiting for the minute's
 * checkpoint. Exit 0 only if every step came out as it says. Ctrl-C and SIGTERM end it with all it started, and leave nothing behind.
 */
public final class ContributionDemo {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int CONTRIBUTION_REQUIRED = 1;
    private static final int BROKEN = 3;
    /** What a device earns. */
    private static final Pattern EARNED = Pattern.compile("(\"account\":\"pending:[^\"]*\",\"amount\":)([0-9]+)");

    private static final String READY = "helios orchestrator ready ";

    private final DemoCommands commands;
    private final ObjectMapper json = new ObjectMapper();
    private final String address = "http://127.0.0.1:" + freePort();
    private int step;

    private ContributionDemo(DemoCommands commands) throws IOException {
        this.commands = commands;
    }

    public static void main(String[] arguments) throws Exception {
        Duration patience = arguments.length > 1 ? Duration.ofSeconds(Long.parseLong(arguments[1])) : PATIENCE;
        try (DemoCommands commands = new DemoCommands(Path.of(arguments[0]), patience)) {
            Runtime.getRuntime().addShutdownHook(new Thread(commands::closeAtLast, "end-demo"));
            new ContributionDemo(commands).play();
        }
    }

    private void play() throws IOException, InterruptedException, SQLException {
        Process server = startServer();

        commands.run(0, "ana", "account", "join", address);
        DemoCommands.Outcome refused = commands.run(CONTRIBUTION_REQUIRED, "ana", "ask", "What is 17 + 25?");
        tell("Ana joins and asks at once. She is refused, and told how to start:", refused.out());

        Process anasWorker = startWorker("ana");
        DemoCommands.Outcome qualified = commands.await(DemoCommands.Outcome::isDone, "ana", "qualify");
        tell("Ana's computer works for the network and is checked:", qualified.out());
        tell("What that gives her:", commands.run(0, "ana", "standing").out());

        DemoCommands.end(anasWorker);
        commands.run(0, "ben", "account", "join", address);
        startWorker("ben");
        DemoCommands.Outcome answer =
                commands.await(DemoCommands.Outcome::isDone, "ana", "ask", "--json", "What is 17 + 25?");
        JsonNode result = object(answer);
        tell(
                "Her computer is off, Ben's answers, and Ana pays:",
                result.get("answer").asText() + "\n" + "paid: "
                        + String.format(
                                Locale.ROOT, "%.6f", result.get("credits").asDouble()) + " credits");

        long pending = micros("ben", "pending");
        DemoCommands.require(pending > 0, "Ben has nothing pending");
        DemoCommands.require(micros("ben", "lifetime") == 0, "Ben's credits matured unchecked");
        tell(
                "Ben has earned, but it is pending until his computer passes a check:",
                credits(pending) + " credits pending");

        var unused = commands.await(DemoCommands.Outcome::isDone, "ben", "qualify");
        DemoCommands.require(commands.await(() -> micros("ben", "lifetime") > 0), "nothing matured");
        tell(
                "Ben's computer passes its checks, and what it earned before is his:",
                credits(micros("ben", "lifetime")) + " credits matured");

        DemoCommands.Outcome receipts =
                commands.await(outcome -> outcome.isDone() && outcome.out().contains("signed by"), "ben", "receipts");
        tell("After the minute's checkpoint Ben holds signed receipts, and they verify:", receipts.out());

        DemoCommands.end(server);
        tell("The ledger verifies from zero:", verify(0).out());
        long forged = forge();
        String found = verify(BROKEN).out();
        DemoCommands.require(
                found.contains("Entry " + forged + " is"), "another entry is named than " + forged + ":\n" + found);
        tell(
                "Somebody writes himself a little more into the first paid entry, " + forged + ". The entry is named:",
                found);
        System.out.println("Every step came out as it should.");
    }

    private void tell(String what, String evidence) {
        System.out.printf(Locale.ROOT, "%d. %s%n", ++step, what);
        evidence.strip().lines().forEach(line -> System.out.println("     " + line));
        System.out.println();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process startServer() throws IOException, InterruptedException {
        ProcessBuilder builder = commands.helios(
                "server",
                "server",
                "--data",
                commands.data("server").toString(),
                "--port",
                address.substring(address.lastIndexOf(':') + 1));
        builder.environment().put("HELIOS_ENROLMENT", "open");
        builder.environment().put("HELIOS_ACCESS", "contributors");
        builder.environment().put("HELIOS_MATURATION_HOURS", "0");
        Path said = commands.log("server");
        Process server = commands.start(builder.redirectErrorStream(true).redirectOutput(said.toFile()));
        boolean isReady = commands.await(() -> Files.readString(said).contains(READY) || !server.isAlive());
        DemoCommands.require(isReady && server.isAlive(), "the orchestrator did not start:\n" + Files.readString(said));
        return server;
    }

    private Process startWorker(String member) throws IOException {
        return commands.start(commands.helios(member, "worker")
                .redirectErrorStream(true)
                .redirectOutput(commands.log(member + "-worker").toFile()));
    }

    private long micros(String member, String figure) throws IOException, InterruptedException {
        return object(commands.run(0, member, "standing", "--json"))
                .get("figures")
                .get(figure)
                .asLong();
    }

    /** What follows the notes that a command makes on the way. */
    private JsonNode object(DemoCommands.Outcome outcome) throws IOException {
        return json.readTree(outcome.out().substring(outcome.out().indexOf('{')));
    }

    private static String credits(long micros) {
        return String.format(Locale.ROOT, "%.6f", micros / 1e6);
    }

    private DemoCommands.Outcome verify(int expected) throws IOException, InterruptedException {
        return commands.run(
                expected,
                "server",
                "ledger",
                "verify",
                "--data",
                commands.data("server").toString());
    }

    /** Makes the first entry of Ben's worth ten times as much, as a cheat would; says which entry that is. */
    private long forge() throws SQLException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + commands.data("server").resolve("helios.db"));
                Statement statement = database.createStatement()) {
            try (ResultSet first = statement.executeQuery(
                    "SELECT idx, body FROM ledger_entry WHERE body LIKE '%\"TASK\"%' ORDER BY idx LIMIT 1")) {
                DemoCommands.require(first.next(), "there was nothing to forge");
                long entry = first.getLong(1);
                String body = first.getString(2);
                String forged = EARNED.matcher(body).replaceFirst("$1$20");
                DemoCommands.require(!forged.equals(body), "there is no amount in " + body);
                try (PreparedStatement change =
                        database.prepareStatement("UPDATE ledger_entry SET body = ? WHERE idx = ?")) {
                    change.setString(1, forged);
                    change.setLong(2, entry);
                    DemoCommands.require(change.executeUpdate() == 1, "nothing was forged");
                }
                return entry;
            }
        }
    }
}
