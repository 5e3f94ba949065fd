/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the lines of each page in the order of the content stream, which keeps columns apart, and counts as it goes: PDFBox itself holds a
 * whole page before it writes a character, so a limit on the output would come too late.
 */
final class LineStripper extends PDFTextStripper {

    private static final Set<String> FILLING = Set.of("f", "F", "f*", "B", "B*", "b", "b*");

    private final List<List<Line>> pages = new ArrayList<>();
    private final List<PageMarks> marks = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final List<TextPosition> glyphs = new ArrayList<>();
    private long glyphCount;
    private final PdfEffort effort = new PdfEffort();

    LineStripper() throws IOException {
        setShouldSeparateByBeads(false);
    }

    /** The lines of each page. */
    List<List<Line>> pages() {
        return pages;
    }

    /** What stands beside the lines of each page. */
    List<PageMarks> marks() {
        return marks;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        effort.operator();
        mark(operator.getName(), operands);
        super.processOperator(operator, operands);
    }

    private void mark(String operator, List<COSBase> operands) {
        if (marks.isEmpty()) {
            return;
        }
        if (FILLING.contains(operator)) {
            marks.getLast().shape();
        } else if (operator.equals(OperatorName.BEGIN_INLINE_IMAGE) || isPicture(operator, operands)) {
            Matrix unit = getGraphicsState().getCurrentTransformationMatrix();
            PDRectangle page = getCurrentPage().getCropBox();
            double area = Math.abs(
                    (double) unit.getScaleX() * unit.getScaleY() - (double) unit.getShearX() * unit.getShearY());
            marks.getLast().picture(area / Math.max(1, (double) page.getWidth() * page.getHeight()));
        }
    }

    private boolean isPicture(String operator, List<COSBase> operands) {
        return operator.equals(OperatorName.DRAW_OBJECT)
                && !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && getResources() != null
                && getResources().isImageXObject(name);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        effort.form();
        super.showForm(form);
    }

    @Override
    protected void processTransparencyGroup(PDTransparencyGroup group) throws IOException {
        effort.form();
        super.processTransparencyGroup(group);
    }

    @Override
    protected void processTextPosition(TextPosition glyph) {
        glyphCount++;
        ParagraphSink.require(Limit.DOCUMENT_CHARACTERS, glyphCount);
        super.processTextPosition(glyph);
    }

    @Override
    protected void startPage(PDPage page) {
        // The page tree may hold more than it says.
        ParagraphSink.require(Limit.PDF_PAGES, getCurrentPageNo());
        // Pages without content are passed over, yet count.
        while (pages.size() < getCurrentPageNo()) {
            pages.add(new ArrayList<>());
            marks.add(new PageMarks());
        }
    }

    @Override
    protected void writeString(String word, @Nullable List<TextPosition> positions) {
        words.append(word);
        if (positions != null) {
            glyphs.addAll(positions);
        }
    }

    @Override
    protected void writeWordSeparator() {
        words.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphStart() {
        endLine();
    }

    @Override
    protected void writeParagraphEnd() {
        endLine();
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    private void endLine() {
        if (!words.toString().isBlank() && !glyphs.isEmpty()) {
            TextPosition first = glyphs.getFirst();
            TextPosition last = glyphs.getLast();
            float height = (float) glyphs.stream()
                    .mapToDouble(TextPosition::getHeightDir)
                    .max()
                    .orElse(0);
            pages.getLast()
                    .add(new Line(
                            first.getXDirAdj(),
                            last.getXDirAdj() + last.getWidthDirAdj(),
                            first.getYDirAdj(),
                            height,
                            words.toString().strip()));
        }
        words.setLength(0);
        glyphs.clear();
    }
}
