/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ledger}: what can be done with the books. Alone it says what that is. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        subcommands = {
            LedgerVerifyCommand.class,
            LedgerExportCommand.class,
            LedgerCompensateCommand.class,
            LedgerRecountCommand.class,
            LedgerSuspicionsCommand.class
        })
final class LedgerCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return CommandLine.ExitCode.USAGE;
    }
}
