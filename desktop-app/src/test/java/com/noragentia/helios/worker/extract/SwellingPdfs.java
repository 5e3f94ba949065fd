/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;
import static com.noragentia.helios.worker.extract.RawPdf.ofPage;
import static com.noragentia.helios.worker.extract.RawPdf.stream;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.util.List;

/** PDF files of which there is more than there seems. */
final class SwellingPdfs {

    private static final FileType PDF = FileType.PDF;
    private static final int BOMB_MEBIBYTES = 100;

    private SwellingPdfs() {}

    static List<HostileFile> files() {
        return List.of(
                refused(
                        "operators.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "2,100,000 operators on one page",
                        (file, trap) -> Pdfs.ofOperators(file, "0 0 Td ", 2_100_000)),
                refused(
                        "glyphs.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "1,600,000 letters on one page",
                        (file, trap) -> Pdfs.ofOperators(file, "(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ", 50_000)),
                refused(
                        "pages.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "100,000 pages",
                        (file, trap) -> Pdfs.ofManyPages(file, 100_000, 100_000)),
                refused(
                        "pages-hidden.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "100,000 pages, of which it admits one",
                        (file, trap) -> Pdfs.ofManyPages(file, 100_000, 1)),
                refused(
                        "pages-claimed.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "one page that says it is 100,000",
                        (file, trap) -> Pdfs.ofManyPages(file, 1, 100_000)),
                refused(
                        "deflate.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_EMPTY,
                        "100 MiB of blanks in 100 kB",
                        (file, trap) ->
                                ofPage(file, "", stream("/Filter /FlateDecode", Deflated.blanks(BOMB_MEBIBYTES)))),
                refused(
                        "deflate-twice.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_EMPTY,
                        "the same, packed once more to 1 kB",
                        (file, trap) -> ofPage(
                                file,
                                "",
                                stream(
                                        "/Filter [/FlateDecode /FlateDecode]",
                                        Deflated.of(Deflated.blanks(BOMB_MEBIBYTES))))),
                refused(
                        "widths.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "a font with widths for 2,000,000,000 characters",
                        (file, trap) -> ofPage(
                                file,
                                compositeFont("/W [0 2000000000 500] /W2 [0 2000000000 -1000 500 880]", ""),
                                stream("", "BT /F1 12 Tf <0041> Tj ET"))),
                harmless(
                        "character-map.pdf",
                        PDF,
                        "A",
                        "a table of 4,000,000,000 characters",
                        (file, trap) -> ofPage(
                                file,
                                compositeFont("", " /ToUnicode 5 0 R"),
                                stream("", "BT /F1 12 Tf 72 700 Td <0041> Tj ET"),
                                stream(
                                        "",
                                        "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfrange"
                                                + " <0000> <ffff> <0000> <00000000> <ffffffff> <0041> endbfrange"))));
    }

    private static String compositeFont(String widths, String more) {
        return "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H" + more
                + " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 " + widths
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >> >>";
    }
}
