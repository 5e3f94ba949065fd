/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.by;
import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;
import static com.noragentia.helios.worker.extract.RawPdf.honest;
import static com.noragentia.helios.worker.extract.RawPdf.ofPage;
import static com.noragentia.helios.worker.extract.RawPdf.stream;

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

    private HostilePdfs() {}

    static List<HostileFile> files() {
        List<HostileFile> files = new ArrayList<>(broken());
        files.addAll(SwellingPdfs.files());
        files.addAll(WindingPdfs.files());
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
}
