/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file made to hurt, and what Helios must answer to it.
 *
 * @param name its own, with the extension of the type that it claims
 * @param attacks what it tries, in a few words
 */
record HostileFile(String name, FileType type, Answer answer, String attacks, Recipe recipe) {

    /** What an honest document of the set says. */
    static final String WELL = "All is well.";

    /** How it is made; the trap is what it reaches for, if for anything. */
    interface Recipe {
        void make(Path file, Trap trap) throws Exception;
    }

    interface Bytes {
        byte[] make() throws Exception;
    }

    /**
     * What must stay out of reach.
     *
     * @param secret a file of this computer that no file may have read
     * @param server where nobody may call
     * @param escape a file name that must never come to be
     */
    record Trap(URI secret, URI server, String escape) {}

    sealed interface Answer {

        /** The file is refused, for this reason. */
        record Refused(ProblemCode code) implements Answer {}

        /** The file does no harm: this is what is read of it. */
        record Read(String what) implements Answer {}
    }

    static HostileFile refused(String name, FileType type, ProblemCode code, String attacks, Recipe recipe) {
        return new HostileFile(name, type, new Answer.Refused(code), attacks, recipe);
    }

    static HostileFile harmless(String name, FileType type, String what, String attacks, Recipe recipe) {
        return new HostileFile(name, type, new Answer.Read(what), attacks, recipe);
    }

    /** Made by a recipe that needs no trap. */
    static Recipe by(Bytes bytes) {
        return (file, trap) -> Files.write(file, bytes.make());
    }

    static List<HostileFile> all() {
        return Stream.of(
                        HostilePdfs.files(),
                        HostileDrawings.files(),
                        HostileDocxs.files(),
                        HostileTexts.files(),
                        HostilePictures.files(),
                        HostileSounds.files())
                .flatMap(List::stream)
                .toList();
    }

    /** Those that want a file of this computer, a name outside or the web. */
    static List<HostileFile> reaching() {
        return Stream.of(HostilePdfs.reaching(), HostileDocxs.entities(), HostileDocxs.reaching())
                .flatMap(List::stream)
                .toList();
    }

    /** Its line in the list of all, {@code assets/hostile/README.md}. */
    String listed() {
        String says = switch (answer) {
            case Answer.Refused refused -> "`" + refused.code().slug() + "`";
            case Answer.Read read -> "reads: " + read.what();
        };
        return "| `%s` | %s | %s |".formatted(name, attacks, says);
    }

    @Override
    public String toString() {
        return name;
    }
}
