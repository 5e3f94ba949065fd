/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Share;
import com.noragentia.helios.worker.extract.ExtractedDocument;
import com.noragentia.helios.worker.extract.Paragraph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of a document that a task is to read. A paragraph belongs to the share in which its first character falls, so each belongs to exactly
 * one, wherever the cut is made. Pure.
 */
final class DocumentShare {

    private DocumentShare() {}

    /** @throws ProblemException if there is no such share */
    static void check(@Nullable Share share) {
        if (share != null && !share.isPossible()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "no share of a document");
        }
    }

    /** The same document with the paragraphs of the share alone, which keep their numbers; none where others have them all. */
    static List<Paragraph> of(ExtractedDocument document, @Nullable Share share) {
        if (share == null) {
            return document.paragraphs();
        }
        long all = document.paragraphs().stream()
                .mapToLong(paragraph -> paragraph.text().length())
                .sum();
        List<Paragraph> own = new ArrayList<>();
        long begun = 0;
        for (Paragraph paragraph : document.paragraphs()) {
            if (begun * share.of() / all == share.number() - 1) {
                own.add(paragraph);
            }
            begun += paragraph.text().length();
        }
        return own;
    }
}
