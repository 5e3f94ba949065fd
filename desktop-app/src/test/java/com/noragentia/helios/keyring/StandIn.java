/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell script in the place of a program of an operating system that is not at hand. */
final class StandIn {

    private StandIn() {}

    /** A program in a folder, which is its current folder when it runs. */
    static Path program(Path folder, String name, String script) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name), "#!/bin/sh\ncd \"$(dirname \"$0\")\"\necho \"$@\" >>arguments\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
