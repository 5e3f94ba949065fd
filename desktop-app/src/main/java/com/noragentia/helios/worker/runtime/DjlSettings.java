/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps DJL off the network and quiet. To be applied before its first class is used; what the command line already says stays. */
final class DjlSettings {

    private DjlSettings() {}

    static void apply() {
        // Without these two DJL asks the cloud metadata address who it is, to count its users.
        setIfAbsent("OPT_OUT_TRACKING", "true");
        setIfAbsent("ai.djl.offline", "true");
        // The tokenizers register an engine of their own, which would become the default.
        setIfAbsent("ai.djl.default_engine", "OnnxRuntime");
        // Warns about CUDA on every computer without one.
        if (LoggerFactory.getLogger("ai.djl") instanceof Logger logger) {
            logger.setLevel(Level.ERROR);
        }
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
