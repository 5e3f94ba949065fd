/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.ops;

/** Something that is done again and again. */
@FunctionalInterface
interface Chore {

    void run() throws Exception;
}
