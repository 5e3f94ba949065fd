/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.refused;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PDF files that hurt whoever draws them: none has text, so each page is drawn to be read. */
final class HostileDrawings {

    private static final FileType PDF = FileType.PDF;
    private static final String A4 = "0 0 595 842";
    private static final String WHOLE_PAGE = "q 595 0 0 842 0 0 cm /P Do Q ";
    private static final String SHAPES = "0 0 9 9 re f ".repeat(60);

    private HostileDrawings() {}

    static List<HostileFile> files() {
        return List.of(
                refused(
                        "picture-giant.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "a scan that says it is 65,535 × 65,535",
                        (file, trap) ->
                                of(file, A4, WHOLE_PAGE, "/XObject << /P 5 0 R >>", picture(65_535, 65_535, 1))),
                refused(
                        "picture-mask.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "a small scan with a mask of 65,535 × 65,535",
                        (file, trap) -> of(
                                file,
                                A4,
                                WHOLE_PAGE,
                                "/XObject << /P 5 0 R >>",
                                picture(8, 8, 1).replaceFirst("/Type", "/SMask 6 0 R /Type"),
                                picture(65_535, 65_535, 1))),
                refused(
                        "picture-bomb.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "a scan of 39 million pixels of 64 bits in 300 kB",
                        (file, trap) -> of(
                                file,
                                A4,
                                WHOLE_PAGE,
                                "/XObject << /P 5 0 R >>",
                                "<< /Type /XObject /Subtype /Image /Width 6240 /Height 6240 /ColorSpace /DeviceCMYK"
                                        + " /BitsPerComponent 16 /Filter /FlateDecode"
                                        + content(Deflated.blanks(297)))),
                refused(
                        "picture-damaged.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "a scan whose JPEG is none",
                        (file, trap) -> of(
                                file,
                                A4,
                                WHOLE_PAGE,
                                "/XObject << /P 5 0 R >>",
                                picture(8, 8, 8).replaceFirst("/Type", "/Filter /DCTDecode /Type"))),
                refused(
                        "picture-unknown.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "a scan packed in a way that nobody knows",
                        (file, trap) -> of(
                                file,
                                A4,
                                WHOLE_PAGE,
                                "/XObject << /P 5 0 R >>",
                                picture(8, 8, 8).replaceFirst("/Type", "/Filter /NoSuchFilter /Type"))),
                refused(
                        "page-giant.pdf",
                        PDF,
                        ProblemCode.IMAGE_TOO_LARGE,
                        "a scan on a page of 350 kilometres",
                        (file, trap) -> of(
                                file,
                                "0 0 1000000000 1000000000",
                                WHOLE_PAGE,
                                "/XObject << /P 5 0 R >>",
                                picture(8, 8, 8))),
                refused(
                        "stamp-circle.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "shapes and a note whose look draws itself twice",
                        (file, trap) -> of(
                                file,
                                A4 + "] /Annots [6 0 R",
                                SHAPES,
                                "",
                                form("/Resources << /XObject << /X 5 0 R >> >>", "/X Do /X Do"),
                                "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 99 99] /AP << /N 5 0 R >> >>")),
                refused(
                        "pattern.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "shapes filled with a pattern of 2,100,000 operators",
                        (file, trap) -> of(
                                file,
                                A4,
                                SHAPES + "/Pattern cs /T scn 0 0 500 500 re f ",
                                "/Pattern << /T 5 0 R >>",
                                "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9"
                                        + " /YStep 9 /Resources << >>" + content("n ".repeat(2_100_000)))));
    }

    /** One page; its content is number 4, what it needs begins with number 5. */
    private static void of(Path file, String box, String drawing, String resources, String... needed) throws Exception {
        List<String> objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << " + resources + " >> /MediaBox [" + box
                        + "] >>",
                "<<" + content(drawing)));
        objects.addAll(List.of(needed));
        Pdfs.ofObjects(file, objects);
    }

    private static String picture(int width, int height, int bits) {
        return "<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent %d"
                        .formatted(width, height, bits)
                + content("x".repeat(64));
    }

    private static String form(String more, String drawing) {
        return "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] " + more + content(drawing);
    }

    private static String content(byte[] bytes) {
        return content(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String content(String content) {
        return " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }
}
