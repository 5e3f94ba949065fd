/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.worker.extract.picture.PagePicture;
import com.noragentia.helios.worker.extract.picture.Picture;
import com.noragentia.helios.worker.extract.picture.PictureFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws one page of a PDF, for a page whose text stands in pictures. Runs in the child only. */
final class PdfPage {

    /** Letters of eight points are 22 pixels high then. Larger pages are drawn more coarsely. */
    static final int DOTS_PER_INCH = 200;

    private static final double POINTS_PER_INCH = 72;

    private PdfPage() {}

    /**
     * Draws a page.
     *
     * @param number 1 for the first
     * @throws ProblemException if it is too large to be drawn at all, or over a limit of what it draws
     */
    static PagePicture draw(Path file, int number) throws IOException {
        try (PDDocument pdf = PdfFile.open(file)) {
            int dots = dotsPerInch(pdf.getPage(number - 1).getCropBox());
            PDFRenderer renderer = new CountedRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            return new PagePicture(Picture.of(renderer.renderImageWithDPI(number - 1, dots, ImageType.RGB)), dots);
        }
    }

    /** As many as the picture has room for. */
    static int dotsPerInch(PDRectangle page) {
        double width = page.getWidth() / POINTS_PER_INCH;
        double height = page.getHeight() / POINTS_PER_INCH;
        double byArea = Math.sqrt(PictureFile.MAX_DECODED_PIXELS / (width * height));
        double bySide = Limit.IMAGE_SIDE_PIXELS.value() / Math.max(width, height);
        int dots = (int) Math.min(DOTS_PER_INCH, Math.min(byArea, bySide));
        if (dots < 1) {
            throw new ProblemException(Limit.IMAGE_SIDE_PIXELS.problem(), "a page too large to be drawn");
        }
        return dots;
    }

    private static final class CountedRenderer extends PDFRenderer {

        CountedRenderer(PDDocument pdf) {
            super(pdf);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new CountedDrawer(parameters);
        }
    }
}
