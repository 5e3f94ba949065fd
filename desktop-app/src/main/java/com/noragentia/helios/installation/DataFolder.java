/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.installation;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.api.ProblemCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder in which an installation keeps everything of its own. Only its owner may look inside. */
public record DataFolder(Path root) {

    /** The environment variable that moves the folder elsewhere. */
    public static final String VARIABLE = "HELIOS_DATA";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * The folder to use: what the command line says, else {@value #VARIABLE}, else where the operating system wants a program's data.
     *
     * @param option the command line's word, if any
     */
    public static DataFolder locate(
            Optional<Path> option, Map<String, String> environment, OperatingSystem system, Path home) {
        return new DataFolder(
                option.or(() -> variable(environment, VARIABLE)).orElseGet(() -> usual(environment, system, home)));
    }

    /** The folder of this process. */
    public static DataFolder locate(Optional<Path> option) {
        return locate(
                option, System.getenv(), OperatingSystem.current(), Path.of(System.getProperty("user.home", ".")));
    }

    private static Path usual(Map<String, String> environment, OperatingSystem system, Path home) {
        return switch (system) {
            case LINUX ->
                variable(environment, "XDG_DATA_HOME")
                        .filter(Path::isAbsolute) // the XDG specification has relative ones ignored
                        .orElse(home.resolve(".local").resolve("share"))
                        .resolve("helios");
            case WINDOWS ->
                variable(environment, "LOCALAPPDATA")
                        .orElse(home.resolve("AppData").resolve("Local"))
                        .resolve("Helios");
            case MAC -> home.resolve("Library").resolve("Application Support").resolve("Helios");
        };
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** Makes the folder and its rooms, where they are missing. */
    public DataFolder create() throws IOException {
        for (Path folder : List.of(root, orchestrator(), models(), logs(), tmp(), cache())) {
            PrivateFiles.createFolder(folder);
        }
        return this;
    }

    /** Whether a network was ever begun here; {@link OwnNetwork} tells whether a membership is one in it. */
    public boolean hasOwnNetwork() {
        return Files.exists(serverKey());
    }

    Path serverKey() {
        return orchestrator().resolve("server.key");
    }

    /** What the orchestrator of this computer keeps. */
    public Path orchestrator() {
        return root.resolve("orchestrator");
    }

    public Path models() {
        return root.resolve("models");
    }

    /** Proofs of what this computer earned. */
    public Path receipts() {
        return root.resolve("receipts");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Attachments of running tasks and the like; whatever lies here may be deleted while nothing runs. */
    public Path tmp() {
        return root.resolve("tmp");
    }

    /** What is made again where it is missing. */
    public Path cache() {
        return root.resolve("cache");
    }

    /** A file of the folder that cannot be made, read or written, as a problem that a person is told. */
    public static Problem unusable(FileSystemException failure) {
        return new Problem(
                ProblemCode.INTERNAL,
                failure.getClass().getSimpleName(),
                Map.of("reason", "data-folder", "file", String.valueOf(failure.getFile())));
    }

    /** A file directly in the folder. */
    public Path file(String name) {
        return root.resolve(name);
    }
}
