/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A child that a file has taken over, and that reaches for what is not its own. Its input names a file to read, one to write and a port to call;
 * what it got goes to the file {@code report} in its room.
 */
final class EscapeProgram {

    private EscapeProgram() {}

    interface Attempt {
        void make() throws Exception;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Path secret = Path.of(orders.readLine());
        Path escape = Path.of(orders.readLine());
        int port = Integer.parseInt(orders.readLine());
        long parent = Long.parseLong(orders.readLine());
        List<String> report = new ArrayList<>();
        attempt(report, "read", () -> Files.readString(secret));
        attempt(report, "write", () -> Files.writeString(escape, "out"));
        attempt(report, "call", () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        report.add("see the parent: " + (ProcessHandle.of(parent).isPresent() ? "yes" : "no"));
        attempt(report, "keep in memory", () -> Files.writeString(Path.of("/dev/shm/helios-escape-" + parent), "out"));
        attempt(report, "large file", EscapeProgram::large);
        attempt(report, "its room", () -> Files.writeString(Path.of("own"), "in"));
        report.add("limits " + Files.readString(Path.of("/proc/self/limits")).replace('\n', ';'));
        Files.write(Path.of("report"), report);
    }

    private static void large() throws IOException {
        Path file = Path.of("large");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // A hole: it takes no room on the disk.
            channel.position(ProcessLimits.FILE_BYTES);
            channel.write(ByteBuffer.wrap(new byte[1]));
        }
    }

    private static void attempt(List<String> report, String what, Attempt attempt) {
        try {
            attempt.make();
            report.add(what + ": yes");
        } catch (Exception e) {
            report.add(what + ": no");
        }
    }
}
