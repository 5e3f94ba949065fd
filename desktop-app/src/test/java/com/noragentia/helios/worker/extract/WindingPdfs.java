/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;
import static com.noragentia.helios.worker.extract.RawPdf.WORDS;
import static com.noragentia.helios.worker.extract.RawPdf.honest;
import static com.noragentia.helios.worker.extract.RawPdf.ofPage;
import static com.noragentia.helios.worker.extract.RawPdf.page;
import static com.noragentia.helios.worker.extract.RawPdf.stream;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** PDF files that lead in circles or too deep. */
final class WindingPdfs {

    private static final FileType PDF = FileType.PDF;

    private WindingPdfs() {}

    static List<HostileFile> files() {
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

    private static List<String> deepPages(int depth) {
        List<String> objects = new ArrayList<>(List.of("<< /Type /Catalog /Pages 2 0 R >>"));
        for (int number = 2; number < depth; number++) {
            objects.add("<< /Type /Pages /Count 1 /Kids [%d 0 R] /Parent %d 0 R >>".formatted(number + 1, number - 1));
        }
        objects.add("<< /Type /Page /MediaBox [0 0 9 9] >>");
        return objects;
    }
}
