/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import java.util.List;

/** How the reading of one file ended. */
sealed interface Extraction {

    record Text(int pages, List<Paragraph> paragraphs) implements Extraction {}

    record Refused(ProblemCode code) implements Extraction {}

    /** The child never became ready, which says nothing about the file. */
    record NotStarted() implements Extraction {}
}
