/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.wire.JsonCodec;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
final class UsageComplaint implements IParameterExceptionHandler {

    private final Phrases phrases;

    UsageComplaint(Phrases phrases) {
        this.phrases = phrases;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String complaint = Terminal.harmless(complaint(e));
        err.println(complaint);
        if (List.of(arguments).contains("--json")) {
            command.getOut()
                    .println(JsonCodec.encodeToString(ProblemReport.of(ProblemCode.REQUEST_INVALID, complaint)));
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            suggestion(unmatched).ifPresent(name -> err.println(phrases.say("usage.suggestion", name)));
        }
        err.println(phrases.say("usage.help", command.getCommandSpec().qualifiedName()));
        return ExitCode.WRONG_USAGE.number();
    }

    private String complaint(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                phrases.say("usage.unknown", String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing ->
                phrases.say(
                        "usage.missing",
                        missing.getMissing().isEmpty()
                                ? ""
                                : missing.getMissing().getFirst().paramLabel());
            default ->
                range(e).map(range -> outOfRange(e, range)).orElseGet(() -> phrases.say("usage.wrong", subject(e)));
        };
    }

    private static Optional<NumberRange> range(ParameterException e) {
        return e.getArgSpec() == null
                ? Optional.empty()
                : Arrays.stream(e.getArgSpec().converters())
                        .filter(NumberRange.class::isInstance)
                        .map(NumberRange.class::cast)
                        .findFirst();
    }

    private String outOfRange(ParameterException e, NumberRange range) {
        String name = e.getArgSpec() instanceof OptionSpec option
                ? option.longestName()
                : e.getArgSpec().paramLabel();
        return phrases.say(
                "usage.range", name, Integer.toString(range.least()), Integer.toString(range.most()), subject(e));
    }

    private static Optional<String> suggestion(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        List<String> names = Stream.concat(
                        command.getCommandSpec().optionsMap().keySet().stream(),
                        command.getSubcommands().keySet().stream())
                .toList();
        return NearestName.of(e.getUnmatched().getFirst(), names);
    }

    private static String subject(ParameterException e) {
        String value = e.getValue();
        String name = e.getArgSpec() == null ? "" : e.getArgSpec().paramLabel();
        return value == null ? name : value;
    }
}
