/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.worker.extract.HostileFile.Trap;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the hostile files into a folder, to try them on something else, and prints the list of them. */
final class MakeHostileFiles {

    private MakeHostileFiles() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        Path secret = Files.writeString(folder.resolve("secret.txt"), Snare.SECRET);
        Trap trap = new Trap(secret.toUri(), URI.create("http://127.0.0.1:9/x"), "helios-escape");
        for (HostileFile hostile : HostileFile.all()) {
            hostile.recipe().make(folder.resolve(hostile.name()), trap);
            System.out.println(hostile.listed());
        }
    }
}
