/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;

/** What a PDF has had done so far: small files can ask for very much. Not thread-safe. */
final class PdfEffort {

    private long operators;
    private long forms;

    /** @throws ProblemException if that is one operator too many */
    void operator() {
        operators++;
        ParagraphSink.require(Limit.PDF_OPERATORS, operators);
    }

    /** @throws ProblemException if that is one form or group too many */
    void form() {
        forms++;
        ParagraphSink.require(Limit.PDF_FORMS, forms);
    }
}
