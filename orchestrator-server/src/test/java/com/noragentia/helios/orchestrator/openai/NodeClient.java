/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** The official npm package of OpenAI, installed into {@code target/} by npm as its lock file says, and run by Node. */
final class NodeClient {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "ask.mjs");
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int INSTALL_SECONDS = 300;
    private static final int SECONDS = 120;
    private static final int OLDEST_NODE = 20;

    private final Path folder;

    private NodeClient(Path folder) {
        this.folder = folder;
    }

    /** @throws TestAbortedException where there is no npm */
    static NodeClient installed() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "openai-client"));
        for (String file : FILES) {
            try (InputStream content = NodeClient.class.getResourceAsStream("/openai-client/" + file)) {
                Files.copy(Objects.requireNonNull(content), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        NodeClient client = new NodeClient(folder);
        client.requireNewEnough();
        if (!Files.exists(folder.resolve("node_modules/openai/package.json"))) {
            client.install();
        }
        return client;
    }

    private void requireNewEnough() throws IOException {
        String version = new String(start("node", "--version").getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int major = Integer.parseInt(version.replaceFirst("(?s)^v([0-9]+)\\..*", "$1"));
        if (major < OLDEST_NODE) {
            throw new TestAbortedException(
                    "SKIPPED: the official client of OpenAI needs Node " + OLDEST_NODE + ", and this is " + version);
        }
    }

    private void install() throws IOException, InterruptedException {
        Process npm = start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new AssertionError("npm could not install the client: " + said);
        }
    }

    private Process start(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new TestAbortedException(
                    "SKIPPED: the official client of OpenAI needs Node 20 and npm, and " + command[0]
                            + " is not installed here",
                    e);
        }
    }

    /** Does what ask.mjs calls so, while the test plays the worker; what it prints. */
    CompletableFuture<JsonNode> does(String scenario, Surface surface, Path... files) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "ask.mjs", scenario, surface.base(), surface.key()));
        for (Path file : files) {
            command.add(file.toAbsolutePath().toString());
        }
        Process node = start(command.toArray(String[]::new));
        return CompletableFuture.supplyAsync(() -> result(node)).orTimeout(SECONDS, TimeUnit.SECONDS);
    }

    private static JsonNode result(Process node) {
        try {
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (node.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return JsonCodec.decode(said, JsonNode.class, MOST_BYTES);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            node.destroyForcibly();
        }
    }
}
