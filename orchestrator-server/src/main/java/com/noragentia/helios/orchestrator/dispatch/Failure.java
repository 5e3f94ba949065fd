/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.dispatch;

import com.noragentia.helios.protocol.api.Problem;

/** Why a worker did not answer a task. */
public sealed interface Failure {

    /** Nobody can: the job ends with this problem. */
    record Unanswerable(Problem problem) implements Failure {}

    /** Not here, or not now: it is tried elsewhere, and nobody is blamed. */
    record Elsewhere() implements Failure {}

    /** Its owner needs the computer: it is tried elsewhere, nobody is blamed, and it has an attempt as before. */
    record HandedBack() implements Failure {}

    /** The worker broke over it: it is tried elsewhere, and the worker is blamed. */
    record Crashed() implements Failure {}

    /** Its model does not work here: it is tried elsewhere, and the worker is to load the model anew. */
    record BrokenModel() implements Failure {}
}
