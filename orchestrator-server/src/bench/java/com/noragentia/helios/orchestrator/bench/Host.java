/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.bench;

import com.noragentia.helios.orchestrator.ops.Configuration;
import com.noragentia.helios.orchestrator.ops.NetworkRules;
import com.noragentia.helios.orchestrator.ops.Orchestrator;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * A server in a JVM of its own, so that its processor time and its heap can be told from the load's. Takes commands on standard input, one a
 * line, and answers each with a line; ends with its input.
 */
final class Host {

    private Host() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream replies = System.out;
        System.setOut(System.err); // whatever else this program prints is no reply
        Quiet.warningsOnly();
        Path data = Path.of(arguments[1]);
        if (arguments[0].equals("floor")) {
            try (Floor floor = Floor.start(data)) {
                serve(floor.port(), floor, replies);
            }
        } else {
            try (Orchestrator orchestrator = Orchestrator.start(configuration(data), Clock.systemUTC())) {
                serve(orchestrator.address().getPort(), new NoCommands(), replies);
            }
        }
        System.exit(0); // whatever the server left running
    }

    /** The one place that knows what settings an orchestrator takes; without rate limits, which are there against loads like this. */
    private static Configuration configuration(Path data) {
        return new Configuration(
                data, "127.0.0.1", 0, "ERROR", Optional.empty(), List.of(), false, Optional.empty(), NetworkRules.LAX);
    }

    /** What a floor is told beside the protocol; an orchestrator needs none of it. */
    interface Commands {

        /** Lets so many jobs wait, the first of this number. */
        void enqueue(int first, int count);

        /** How many jobs are done and durable. */
        long done();
    }

    private record NoCommands() implements Commands {
        @Override
        public void enqueue(int first, int count) {}

        @Override
        public long done() {
            return 0;
        }
    }

    private static void serve(int port, Commands commands, PrintStream replies) throws IOException {
        replies.println(port);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "cpu" -> replies.println(cpuNanos());
                case "heap" -> replies.println(heapBytes());
                case "done" -> replies.println(commands.done());
                case "enqueue" -> {
                    commands.enqueue(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
                    replies.println(words[2]);
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** What is still used after the garbage is gone. */
    private static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
