/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.protocol.task.Language;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import picocli.CommandLine;

/** Puts the commands together, in the language that the line itself asks for. */
final class HeliosCommandLine {

    private static final String USAGE = "com.noragentia.helios.desktop.app.usage";
    private static final int WIDTH_COLUMNS = 100;

    private HeliosCommandLine() {}

    static CommandLine of(HeliosMain main, Terminal terminal, Optional<WindowLauncher> window, List<String> arguments) {
        Language language = language(arguments);
        return new CommandLine(main)
                .addSubcommand(new AskCommand(main))
                .addSubcommand(new UpCommand(main, window))
                .addSubcommand(new DownCommand(main))
                .addSubcommand(new DoctorCommand(main))
                .addSubcommand(new DevicesCommand(main))
                .addSubcommand(new AccountCommand(main))
                .addSubcommand(new TokenCommand(main))
                .addSubcommand(new StandingCommand(main))
                .addSubcommand(new QualifyCommand(main))
                .setResourceBundle(ResourceBundle.getBundle(USAGE, language.locale()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(WIDTH_COLUMNS)
                .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setParameterExceptionHandler(new UsageComplaint(Surroundings.words(language)))
                .setExecutionExceptionHandler(new CommandFailure(terminal, language));
    }

    /** The language of help and complaints must be known before the line is read, or nothing could be said of an unreadable one. */
    private static Language language(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String value = argument.startsWith("--language=")
                    ? argument.substring("--language=".length())
                    : argument.equals("--language") && i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            if (!value.isEmpty()) {
                return Language.of(Locale.of(value.toLowerCase(Locale.ROOT)));
            }
        }
        return Language.of(Locale.getDefault());
    }
}
