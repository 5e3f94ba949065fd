/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The processes of the network that runs from one data folder, found as an administrator would: by their command lines. */
record LocalProcesses(Path data) {

    Optional<ProcessHandle> supervisor() throws IOException {
        JsonNode network =
                new ObjectMapper().readTree(data.resolve("network.json").toFile());
        return ProcessHandle.of(network.get("supervisor").asLong()).filter(ProcessHandle::isAlive);
    }

    Optional<ProcessHandle> worker() throws IOException {
        return child("worker.agent.WorkerMain");
    }

    Optional<ProcessHandle> orchestrator() throws IOException {
        return child("orchestrator-server.jar");
    }

    private Optional<ProcessHandle> child(String mark) throws IOException {
        return supervisor().stream()
                .flatMap(ProcessHandle::descendants)
                .filter(process -> process.info().commandLine().orElse("").contains(mark))
                // A launcher such as nice replaces itself, but a shell in between would match as well: take the
                // innermost.
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst();
    }
}
