/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.language.Misfit;
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
        String complaint = complaint(e);
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
        String misfit = Misfit.of(e);
        if (e instanceof UnmatchedArgumentException) {
            return phrases.say("usage.unknown", misfit);
        }
        if (e instanceof MissingParameterException) {
            return phrases.say("usage.missing", misfit);
        }
        return range(e).map(range -> outOfRange(e, range, misfit)).orElseGet(() -> phrases.say("usage.wrong", misfit));
    }

    private static Optional<NumberRange> range(ParameterException e) {
        return e.getArgSpec() == null
                ? Optional.empty()
                : Arrays.stream(e.getArgSpec().converters())
                        .filter(NumberRange.class::isInstance)
                        .map(NumberRange.class::cast)
                        .findFirst();
    }

    private String outOfRange(ParameterException e, NumberRange range, String misfit) {
        String name = e.getArgSpec() instanceof OptionSpec option
                ? option.longestName()
                : e.getArgSpec().paramLabel();
        return phrases.say(
                "usage.range", name, Integer.toString(range.least()), Integer.toString(range.most()), misfit);
    }

    private static Optional<String> suggestion(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        List<String> names = Stream.concat(
                        command.getCommandSpec().optionsMap().keySet().stream(),
                        command.getSubcommands().keySet().stream())
                .toList();
        return NearestName.of(e.getUnmatched().getFirst(), names);
    }
}
