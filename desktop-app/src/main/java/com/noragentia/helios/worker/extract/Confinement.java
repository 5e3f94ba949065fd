/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How the operating system holds a child back, beyond what its own JVM was told: by starting it with a tool of the system, or by holding it once it is
 * started. Immutable.
 */
sealed interface Confinement permits Bubblewrap, JobObject, ProcessLimits, Confinement.None {

    /**
     * The words that start a child so confined.
     *
     * @param child its own words, the java binary first
     * @param room the folder that it works in, the only one it has to write to
     */
    List<String> around(List<String> child, Path room);

    /**
     * Holds a child that has been started and has got no order yet.
     *
     * @throws IOException if it cannot be held; it must then not be given one
     */
    default Hold hold(Process child) throws IOException {
        return Hold.NONE;
    }

    /** The names of the tools, from the outermost; none where the child is as free as this process. */
    List<String> tools();

    /** What holds a child until it is closed. */
    interface Hold extends AutoCloseable {

        /** Nothing beyond what it was started with. */
        Hold NONE = () -> {};

        @Override
        void close();
    }

    /** A child that only its heap, its deadline and its lack of an environment bound. */
    record None() implements Confinement {

        @Override
        public List<String> around(List<String> child, Path room) {
            return child;
        }

        @Override
        public List<String> tools() {
            return List.of();
        }
    }
}
