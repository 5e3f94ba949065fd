/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** A command about several things of an account. Without a further word it lists them. */
abstract class ListCommand implements Callable<Integer> {

    private final AccountCommandLine line;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    ListCommand(HeliosMain main) {
        this.line = new AccountCommandLine(main, () -> json);
    }

    final AccountCommandLine line() {
        return line;
    }

    /** Whether a program reads the answer. */
    final boolean isJson() {
        return json;
    }

    @Override
    public final Integer call() throws IOException {
        return list();
    }

    abstract int list() throws IOException;
}
