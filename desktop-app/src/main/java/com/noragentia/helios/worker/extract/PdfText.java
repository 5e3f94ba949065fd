/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** The text of a PDF, page by page. */
final class PdfText implements TextSource {

    private static final long MEMORY_BYTES = 32L * 1024 * 1024;
    /** In a file of the room, once the memory is full. */
    static final long SCRATCH_BYTES = 256L * 1024 * 1024;

    @Override
    public int read(Path file, ParagraphSink sink) throws IOException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY_BYTES, SCRATCH_BYTES);
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), "", null, null, memory.streamCache)) {
            ParagraphSink.require(Limit.PDF_PAGES, pdf.getNumberOfPages());
            LineStripper stripper = new LineStripper();
            stripper.writeText(pdf, Writer.nullWriter());
            List<List<Line>> pages = RunningLines.without(stripper.pages());
            for (int i = 0; i < pages.size(); i++) {
                for (String paragraph : new PageParagraphs(pages.get(i)).paragraphs()) {
                    sink.add(i + 1, paragraph);
                }
            }
            return Math.max(pages.size(), pdf.getNumberOfPages());
        } catch (InvalidPasswordException e) {
            throw new ProblemException(ProblemCode.DOCUMENT_ENCRYPTED, "the PDF asks for a password");
        }
    }
}
