/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.worker.expert.ModelFailure;
import java.util.List;

/** Chooses the lines that answer a question. Thread-safe. */
public interface LineRanker {

    /** The lines that answer best, best first; empty if none has to do with the question. */
    List<TextLine> best(String question, Language language, List<TextLine> lines)
            throws ModelFailure, InterruptedException;
}
