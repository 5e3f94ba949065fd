/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.io.IOException;

/** Starts a process, anew each time. */
@FunctionalInterface
public interface ProgramStart {

    Process start() throws IOException;
}
