/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.protocol.api.Problem;
import com.noragentia.helios.protocol.task.Language;

/** Tells a member in a language what went wrong and what to do. */
@FunctionalInterface
public interface ProblemWords {

    /** The English detail that every problem carries, for where no better words are at hand. */
    ProblemWords DETAIL = (problem, language) -> problem.detail();

    String say(Problem problem, Language language);
}
