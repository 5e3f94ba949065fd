/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.by;
import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** PDF files made to hurt. */
final class HostilePdfs {

    private static final FileType PDF = FileType.PDF;
    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    private static final String WORDS = "BT /F1 12 Tf 72 700 Td (" + HostileFile.WELL + ") Tj ET";
    private static final int BOMB_MEBIBYTES = 100;

    private HostilePdfs() {}

    static List<HostileFile> files() {
        List<HostileFile> files = new ArrayList<>(broken());
        files.addAll(swelling());
        files.addAll(winding());
        files.addAll(reaching());
        return files;
    }

    private static List<HostileFile> broken() {
        return List.of(
                refused("empty.pdf", PDF, ProblemCode.DOCUMENT_EMPTY, "no bytes", by(() -> new byte[0])),
                refused("program.pdf", PDF, ProblemCode.FILE_TYPE_MISMATCH, "a Windows program", by(() ->
                        new byte[] {'M', 'Z', (byte) 0x90, 0})),
                refused("cut.pdf", PDF, ProblemCode.FILE_UNREADABLE, "ends after 60 bytes", (file, trap) -> {
                    Pdfs.ofPages(file, List.of(List.of(HostileFile.WELL)));
                    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
                }),
                refused(
                        "cut-half.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "half of a document of six pages",
                        (file, trap) -> {
                            Pdfs.ofPages(file, Collections.nCopies(6, List.of(HostileFile.WELL)));
                            byte[] whole = Files.readAllBytes(file);
                            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
                        }),
                refused(
                        "cut-last.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "lacks only its table of contents",
                        (file, trap) -> {
                            honest(file, "");
                            String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
                            Files.writeString(
                                    file,
                                    whole.substring(0, whole.lastIndexOf("xref\n0")),
                                    StandardCharsets.ISO_8859_1);
                        }),
                refused(
                        "noise.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "words after the mark of a PDF",
                        (file, trap) -> Files.writeString(file, "%PDF-1.7\n" + "Zanzibar".repeat(1000))),
                refused(
                        "locked.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_ENCRYPTED,
                        "asks for a password",
                        (file, trap) -> Pdfs.locked(file)),
                refused(
                        "blank.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_EMPTY,
                        "a page without a word",
                        (file, trap) -> Pdfs.blank(file)));
    }

    private static List<HostileFile> swelling() {
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

    private static List<HostileFile> winding() {
        return List.of(
                refused(
                        "pages-circle.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "a tree of pages that holds itself",
                        (file, trap) -> Pdfs.ofObjects(
                                file,
                                List.of(
                                        "<< /Type /Catalog /Pages 2 0 R >>",
                                        "<< /Type /Pages /Count 1 /Kids [3 0 R] /Parent 3 0 R >>",
                                        "<< /Type /Pages /Count 1 /Kids [2 0 R 3 0 R] /Parent 2 0 R >>"))),
                refused(
                        "pages-round.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "a page, and beside it the whole tree once more",
                        (file, trap) -> {
                            List<String> objects = page("", stream("", WORDS));
                            objects.set(1, "<< /Type /Pages /Count 1 /Kids [3 0 R 2 0 R] >>");
                            Pdfs.ofObjects(file, objects);
                        }),
                refused(
                        "pages-deep.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "50,000 branches, each on the one before",
                        (file, trap) -> Pdfs.ofObjects(file, deepPages(50_000))),
                refused(
                        "arrays-deep.pdf",
                        PDF,
                        ProblemCode.FILE_UNREADABLE,
                        "500,000 lists, each in the one before",
                        (file, trap) -> Pdfs.ofObjects(
                                file,
                                List.of("<< /Type /Catalog /Pages " + "[".repeat(500_000) + "]".repeat(500_000)
                                        + " >>"))),
                refused(
                        "forms-circle.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "a drawing that draws itself twice",
                        (file, trap) -> ofPage(
                                file,
                                "/XObject << /X 5 0 R >>",
                                stream("", WORDS + " /X Do"),
                                stream(
                                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>",
                                        "/X Do /X Do"))),
                refused(
                        "groups.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "30,000 see-through drawings",
                        (file, trap) -> ofPage(
                                file,
                                "/XObject << /X 5 0 R >>",
                                stream("", WORDS + " /X Do".repeat(30_000)),
                                stream(
                                        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >>",
                                        "n"))),
                harmless(
                        "table-circle.pdf",
                        PDF,
                        HostileFile.WELL,
                        "a table of contents that is its own predecessor",
                        (file, trap) -> {
                            honest(file, "");
                            String pdf = Files.readString(file, StandardCharsets.ISO_8859_1);
                            String start = pdf.substring(pdf.lastIndexOf("startxref") + 10)
                                    .split("\n")[0];
                            Files.writeString(
                                    file,
                                    pdf.replace("trailer << ", "trailer << /Prev " + start + " "),
                                    StandardCharsets.ISO_8859_1);
                        }));
    }

    static List<HostileFile> reaching() {
        return List.of(
                harmless(
                        "actions.pdf",
                        PDF,
                        HostileFile.WELL,
                        "script, program and web address to be opened with it; a file inside named as one outside",
                        (file, trap) -> honest(
                                file,
                                "/OpenAction << /S /JavaScript /JS (app.launchURL\\('" + trap.server()
                                        + "'\\)) /Next [<< /S /URI /URI (" + trap.server() + ") >> << /S /Launch /F ("
                                        + trap.secret()
                                        + ") >>] >> /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec"
                                        + " /F (../../../../../../tmp/" + trap.escape()
                                        + ") /EF << /F 4 0 R >> >>] >> >>")),
                refused(
                        "content-elsewhere.pdf",
                        PDF,
                        ProblemCode.DOCUMENT_EMPTY,
                        "a page whose content is a file of this computer",
                        (file, trap) -> ofPage(
                                file, "", stream("/F << /Type /Filespec /FS /URL /F (" + trap.secret() + ") >>", ""))),
                harmless("archive.pdf", PDF, HostileFile.WELL, "a PDF and a ZIP in one", (file, trap) -> {
                    honest(file, "");
                    Path zip = Docxs.ofXml(file.resolveSibling("archive.zip"), "<a/>");
                    Files.write(file, Files.readAllBytes(zip), StandardOpenOption.APPEND);
                    Files.delete(zip);
                }));
    }

    private static void honest(Path file, String catalogue) throws Exception {
        List<String> objects = page("", stream("", WORDS));
        objects.set(0, "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>");
        Pdfs.ofObjects(file, objects);
    }

    private static void ofPage(Path file, String resources, String... streams) throws Exception {
        Pdfs.ofObjects(file, page(resources, streams));
    }

    /** One page; its content is the first stream, number 4. */
    private static List<String> page(String resources, String... streams) {
        String font = resources.contains("/F1") ? "" : "/Font << /F1 " + FONT + " >> ";
        List<String> objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << " + font + resources
                        + " >> >>"));
        objects.addAll(List.of(streams));
        return objects;
    }

    private static String compositeFont(String widths, String more) {
        return "/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H" + more
                + " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 " + widths
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >> >>";
    }

    private static List<String> deepPages(int depth) {
        List<String> objects = new ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R >>"));
        for (int number = 2; number < depth; number++) {
            objects.add("<< /Type /Pages /Count 1 /Kids [%d 0 R] /Parent %d 0 R >>".formatted(number + 1, number - 1));
        }
        objects.add("<< /Type /Page /MediaBox [0 0 9 9] >>");
        return objects;
    }

    private static String stream(String dictionary, byte[] content) {
        return stream(dictionary, new String(content, StandardCharsets.ISO_8859_1));
    }

    private static String stream(String dictionary, String content) {
        return "<< " + dictionary + " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }
}
