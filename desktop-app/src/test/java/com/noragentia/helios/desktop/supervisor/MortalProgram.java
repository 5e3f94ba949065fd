/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.supervisor;

import java.io.OutputStream;

/** A child that says its process number and lives until its standard input ends. */
public final class MortalProgram {

    private MortalProgram() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("alive " + ProcessHandle.current().pid());
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
