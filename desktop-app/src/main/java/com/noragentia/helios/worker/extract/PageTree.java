/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The tree of a PDF's pages, looked over before they are read: PDFBox would follow a branch that holds the root once more round. */
final class PageTree {

    private PageTree() {}

    /**
     * @throws ProblemException if it has more pages than a document may, whatever it says
     * @throws IOException if a branch occurs twice
     */
    static void requireSound(PDDocument pdf) throws IOException {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> branches = new ArrayDeque<>();
        COSDictionary root = pdf.getDocumentCatalog().getPages().getCOSObject();
        seen.add(root);
        branches.add(root);
        int pages = 0;
        while (!branches.isEmpty()) {
            COSArray kids = branches.remove().getCOSArray(COSName.KIDS);
            for (int i = 0; kids != null && i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    if (!kid.containsKey(COSName.KIDS)) {
                        pages++;
                        ParagraphSink.require(Limit.PDF_PAGES, pages);
                    } else if (seen.add(kid)) {
                        branches.add(kid);
                    } else {
                        throw new IOException("a tree of pages that holds itself");
                    }
                }
            }
        }
    }
}
