/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.jspecify.annotations.Nullable;

/** Draws a page and counts as it goes; a picture that cannot be decoded ends it, where PDFBox would leave a gap that nobody is told of. */
final class CountedDrawer extends PageDrawer {

    /** Of a page whose text is a picture, that picture is all there is. */
    private static final Set<String> PICTURES = Set.of(OperatorName.DRAW_OBJECT, OperatorName.BEGIN_INLINE_IMAGE);

    private final PdfEffort effort = new PdfEffort();

    CountedDrawer(PageDrawerParameters parameters) throws IOException {
        super(parameters);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        effort.operator();
        super.processOperator(operator, operands);
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
    public void drawImage(PDImage image) throws IOException {
        requireSize(image);
        if (image instanceof PDImageXObject object) {
            requireSize(object.getSoftMask());
            requireSize(object.getMask());
        }
        super.drawImage(image);
    }

    private static void requireSize(@Nullable PDImage image) {
        if (image != null) {
            ParagraphSink.require(Limit.PDF_PICTURE_PIXELS, (long) image.getWidth() * image.getHeight());
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        if (PICTURES.contains(operator.getName())) {
            throw new ProblemException(ProblemCode.FILE_UNREADABLE, "a picture that cannot be decoded");
        }
        super.operatorException(operator, operands, e);
    }
}
