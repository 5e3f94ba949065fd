/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

/** A setting that cannot be used. Its message says which, why, and what would do. */
final class ConfigurationMistake extends Exception {

    private static final long serialVersionUID = 1L;

    ConfigurationMistake(String message) {
        super(message);
    }
}
