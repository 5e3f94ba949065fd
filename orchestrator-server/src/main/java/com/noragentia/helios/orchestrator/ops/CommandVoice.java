/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import picocli.CommandLine.Model.CommandSpec;

/** What a command says, in the language of who typed it. */
record CommandVoice(CommandSpec spec) {

    /** A line of the bundle, with what belongs into it. */
    void say(String key, Object... values) {
        spec.commandLine().getOut().println(line(key, values));
    }

    /** The same, of what went wrong. */
    void complain(String key, Object... values) {
        spec.commandLine().getErr().println(line(key, values));
    }

    String line(String key, Object... values) {
        ResourceBundle words = spec.root().resourceBundle();
        return new MessageFormat(words.getString(key), words.getLocale()).format(values);
    }

    /** Words that are part of a line. */
    String words(String key) {
        return spec.root().resourceBundle().getString(key);
    }
}
