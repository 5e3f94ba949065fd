/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.file.Path;
import java.util.List;

/**
 * How the operating system holds a child back, beyond what its own JVM was told: by starting it with a tool of the system. Immutable.
 */
sealed interface Confinement permits Bubblewrap, ProcessLimits, Confinement.None {

    /**
     * The words that start a child so confined.
     *
     * @param child its own words, the java binary first
     * @param room the folder that it works in, the only one it has to write to
     */
    List<String> around(List<String> child, Path room);

    /** The names of the tools, from the outermost; none where the child is as free as this process. */
    List<String> tools();

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
