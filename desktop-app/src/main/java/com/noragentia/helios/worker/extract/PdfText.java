/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The text of a PDF, page by page, and which pages have theirs in pictures. */
final class PdfText implements TextSource {

    @Override
    public int read(Path file, ParagraphSink sink) throws IOException {
        PdfFile.requireEnd(file);
        try (PDDocument pdf = PdfFile.open(file)) {
            ParagraphSink.require(Limit.PDF_PAGES, pdf.getNumberOfPages());
            PageTree.requireSound(pdf);
            LineStripper stripper = new LineStripper();
            stripper.writeText(pdf, Writer.nullWriter());
            if (stripper.pages().isEmpty() && !pdf.getPages().iterator().hasNext()) {
                throw new IOException("no page at all");
            }
            List<List<Line>> pages = RunningLines.without(stripper.pages());
            for (int i = 0; i < pages.size(); i++) {
                for (PageParagraphs.Block block :
                        PageParagraphs.ofText(pages.get(i)).blocks()) {
                    sink.add(i + 1, block.text());
                }
                if (stripper.marks().get(i).areText(pages.get(i))) {
                    sink.pictured(i + 1);
                }
            }
            return Math.max(pages.size(), pdf.getNumberOfPages());
        }
    }
}
