/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.noragentia.helios.worker.extract.HostileFile.Trap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A secret, a server and a name on this very computer, which tell whether anybody reached for them. */
final class Snare implements AutoCloseable {

    static final String SECRET = "Zanzibar";

    private final Trap trap;
    private final ServerSocket server;
    private final Path world;
    private final Path rooms;
    private final AtomicInteger calls = new AtomicInteger();
    private int ownCalls;

    private Snare(Trap trap, ServerSocket server, Path world, Path rooms) {
        this.trap = trap;
        this.server = server;
        this.world = world;
        this.rooms = rooms;
    }

    static Snare set(Path world, Path rooms) throws IOException {
        Path secret = Files.writeString(world.resolve("secret.txt"), SECRET);
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        URI address = URI.create("http://127.0.0.1:%d/x".formatted(server.getLocalPort()));
        String escape = "helios-escape-" + world.getFileName();
        Snare snare = new Snare(new Trap(secret.toUri(), address, escape), server, world, rooms);
        Thread.ofPlatform().daemon().name("snare").start(snare::listen);
        return snare;
    }

    Trap trap() {
        return trap;
    }

    private void listen() {
        try {
            while (true) {
                server.accept().close();
                calls.incrementAndGet();
            }
        } catch (IOException e) {
            // Closed: the test is over.
            return;
        }
    }

    /** Everything beside the rooms that a file could have left: the folder it lies in, and its chosen name wherever that may lead. */
    List<String> traces() throws IOException {
        List<String> traces = new ArrayList<>();
        try (Stream<Path> files = Files.walk(world)) {
            files.map(Path::toString).sorted().forEach(traces::add);
        }
        List<Path> places = new ArrayList<>(List.of(Path.of("/tmp"), Path.of("")));
        for (Path place = rooms.toAbsolutePath(); place != null; place = place.getParent()) {
            places.add(place);
        }
        places.stream()
                .map(place -> place.resolve(trap.escape()))
                .filter(Files::exists)
                .map(Path::toString)
                .forEach(traces::add);
        return traces;
    }

    /** Nobody has called but this method, which does so to show that a call would be heard. Calls are heard in their order. */
    void requireSilence() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort()).close();
        ownCalls++;
        Awaitility.await().until(() -> calls.get() >= ownCalls);
        assertThat(calls).as("calls").hasValue(ownCalls);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
