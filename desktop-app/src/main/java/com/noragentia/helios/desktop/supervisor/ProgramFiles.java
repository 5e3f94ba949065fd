/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the programs of this installation lie. The front door knows, and says so in system properties.
 *
 * @param java the Java launcher to start them with
 * @param desktopClassPath class path of the desktop program and the worker
 * @param serverJar the orchestrator, where it is installed
 * @param cdsFolder where class-data archives are kept; empty to do without
 */
public record ProgramFiles(Path java, String desktopClassPath, Optional<Path> serverJar, Optional<Path> cdsFolder) {

    static final String SERVER_JAR = "helios.server.jar";
    static final String DESKTOP_JAR = "helios.desktop.jar";
    static final String CDS_FOLDER = "helios.cds.folder";

    /** Reads the properties of this process. */
    public static ProgramFiles ofThisProcess() {
        return of(System.getProperties());
    }

    static ProgramFiles of(Properties properties) {
        return new ProgramFiles(
                Path.of(properties.getProperty("java.home", "."), "bin", launcherName()),
                Optional.ofNullable(properties.getProperty(DESKTOP_JAR))
                        .orElseGet(() -> properties.getProperty("java.class.path", "")),
                path(properties, SERVER_JAR),
                path(properties, CDS_FOLDER));
    }

    private static String launcherName() {
        return File.separatorChar == '\\' ? "java.exe" : "java";
    }

    private static Optional<Path> path(Properties properties, String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /**
     * The orchestrator.
     *
     * @throws ProblemException if it is not installed here
     */
    public Path requireServerJar() {
        return serverJar
                .filter(Files::isRegularFile)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NETWORK_UNREACHABLE,
                        "the orchestrator's program is not installed here; " + SERVER_JAR + " names no file"));
    }
}
