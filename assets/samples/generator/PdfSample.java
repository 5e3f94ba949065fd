/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Sets headings and prose on A4 pages, ragged right, with the page number at the foot. Lengths are in points. */
final class PdfSample implements AutoCloseable {

    private static final float MARGIN = 72;
    private static final float FOOT = 40;
    private static final float LINE_HEIGHT = 1.6f;
    private static final float PROSE_SIZE = 14;
    private static final float[] HEADING_SIZES = {24, 17};
    private static final long FIXED_ID = 20240303L;

    private final PDFont roman = new PDType1Font(FontName.TIMES_ROMAN);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private final PDDocument document;
    private PDPageContentStream page;
    private float baseline;

    private PdfSample(PDDocument document) throws IOException {
        this.document = document;
        this.page = turn();
    }

    /** Same blocks, same bytes: the date and the identifier of the file are fixed. */
    static void write(List<Block> blocks, Path target) throws IOException {
        try (PDDocument document = new PDDocument()) {
            try (PdfSample sample = new PdfSample(document)) {
                for (Block block : blocks) {
                    sample.set(block);
                }
            }
            Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            made.setTimeInMillis(0);
            made.set(2024, Calendar.MARCH, 3);
            document.getDocumentInformation().setCreationDate(made);
            document.setDocumentId(FIXED_ID);
            document.save(target.toFile());
        }
    }

    private void set(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> paragraph(heading.text(), bold, HEADING_SIZES[heading.level()]);
            case Block.Prose prose -> paragraph(prose.text(), roman, PROSE_SIZE);
            case Block.PageBreak ignored -> {
                page.close();
                page = turn();
            }
            case Block.Item item -> throw new IllegalArgumentException("no lists in PDF samples: " + item);
            case Block.Row row -> throw new IllegalArgumentException("no tables in PDF samples: " + row);
        }
    }

    private void paragraph(String text, PDFont font, float size) throws IOException {
        for (String line : lines(text, font, size)) {
            baseline -= size * LINE_HEIGHT;
            if (baseline < MARGIN) {
                throw new IllegalStateException("page is full at: " + line);
            }
            show(line, font, size, MARGIN, baseline);
        }
        baseline -= PROSE_SIZE * 0.7f;
    }

    private static List<String> lines(String text, PDFont font, float size) throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.getStringWidth(longer) / 1000 * size > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private PDPageContentStream turn() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        baseline = PDRectangle.A4.getHeight() - MARGIN;
        show(String.valueOf(document.getNumberOfPages()), roman, 10, PDRectangle.A4.getWidth() / 2, FOOT);
        return page;
    }

    private void show(String text, PDFont font, float size, float x, float y) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
