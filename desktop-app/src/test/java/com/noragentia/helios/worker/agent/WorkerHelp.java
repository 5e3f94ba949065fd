/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.agent;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import picocli.CommandLine;

/** The worker's command line, to be looked at. */
public final class WorkerHelp {

    private WorkerHelp() {}

    /** In a language. */
    public static CommandLine commandLine(Language language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Phrases phrases = Phrases.beside(WorkerMain.class, "worker", language);
        return WorkerMain.commandLine(new EchoingParts(), nowhere, phrases)
                .setResourceBundle(
                        ResourceBundle.getBundle(WorkerMain.class.getPackageName() + ".usage", language.locale()));
    }
}
