/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.HostileFile.Trap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** DOCX files made to hurt. */
final class HostileDocxs {

    private static final FileType DOCX = FileType.DOCX;
    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATIONS = "_rels/.rels";
    private static final String BODY = "word/document.xml";
    private static final String BODY_RELATIONS = "word/_rels/document.xml.rels";
    private static final int SYMBOLIC_LINK = 0120777;
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static final String ALL_TYPES = Docxs.TYPES.replace(
            "<Override",
            "<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>"
                    + "<Default Extension='zip' ContentType='application/zip'/><Override");

    private HostileDocxs() {}

    static List<HostileFile> files() {
        List<HostileFile> files = new ArrayList<>(broken());
        files.addAll(swelling());
        files.addAll(entities());
        files.addAll(reaching());
        return files;
    }

    private static List<HostileFile> broken() {
        return List.of(
                refused("cut.docx", DOCX, ProblemCode.FILE_UNREADABLE, "half of a document", (file, trap) -> {
                    Docxs.ofParagraphs(file, List.of(HostileFile.WELL));
                    byte[] whole = Files.readAllBytes(file);
                    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
                }),
                refused(
                        "archive.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "a ZIP that is no document",
                        (file, trap) -> write(file, Map.of("readme.txt", "Zanzibar"))),
                refused("old.docx", DOCX, ProblemCode.FILE_TYPE_MISMATCH, "the container of a .doc", (file, trap) -> {
                    try (POIFSFileSystem old = new POIFSFileSystem();
                            OutputStream out = Files.newOutputStream(file)) {
                        old.createDocument(new ByteArrayInputStream(new byte[5_000]), "WordDocument");
                        old.writeFilesystem(out);
                    }
                }),
                refused(
                        "locked.docx",
                        DOCX,
                        ProblemCode.DOCUMENT_ENCRYPTED,
                        "asks for a password",
                        (file, trap) -> Docxs.locked(file)),
                refused(
                        "blank.docx",
                        DOCX,
                        ProblemCode.DOCUMENT_EMPTY,
                        "no word",
                        (file, trap) -> Docxs.ofParagraphs(file, List.of())));
    }

    private static List<HostileFile> swelling() {
        return List.of(
                refused(
                        "zip-bomb.docx",
                        DOCX,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "600 MiB in 600 kB",
                        (file, trap) -> Docxs.bomb(file, 600L * 1024 * 1024)),
                refused(
                        "parts.docx",
                        DOCX,
                        ProblemCode.DOCUMENT_TOO_COMPLEX,
                        "510 parts",
                        (file, trap) -> Docxs.ofEntries(file, Limit.DOCX_ENTRIES.intValue() + 10)),
                refused(
                        "deep.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "200,000 elements, each in the one before",
                        (file, trap) -> Docxs.ofXml(file, "<a>".repeat(200_000))),
                refused(
                        "paragraph.docx",
                        DOCX,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "one paragraph of 40,000,000 letters",
                        (file, trap) -> Docxs.ofXml(file, body(manyWords(40_000_000)))),
                harmless("zip-in-zip.docx", DOCX, HostileFile.WELL, "a ZIP bomb among the pictures", (file, trap) -> {
                    Path bomb = Docxs.bomb(file.resolveSibling("bomb.zip"), 60L * 1024 * 1024);
                    Map<String, String> parts = honest();
                    parts.put("word/media/bomb.zip", Files.readString(bomb, StandardCharsets.ISO_8859_1));
                    write(file, parts);
                    Files.delete(bomb);
                }));
    }

    static List<HostileFile> entities() {
        return List.of(
                refused(
                        "laughs.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "a billion laughs: entities of entities",
                        (file, trap) -> Docxs.ofXml(file, laughs())),
                refused(
                        "quadratic.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "one long entity 50,000 times",
                        (file, trap) -> Docxs.ofXml(
                                file,
                                "<!DOCTYPE d [<!ENTITY a '" + "a".repeat(50_000) + "'>]>"
                                        + body("&a;".repeat(50_000)))),
                entityFrom("entity-file.docx", "an entity that is a file of this computer", Trap::secret),
                entityFrom("entity-web.docx", "an entity from the web", Trap::server),
                typedElsewhere("entity-types.docx", "a DTD from the web in the list of parts", TYPES, Docxs.TYPES),
                typedElsewhere(
                        "entity-relations.docx", "a DTD from the web among the relations", RELATIONS, Docxs.RELATIONS));
    }

    private static HostileFile entityFrom(String name, String what, Function<Trap, URI> place) {
        return refused(
                name,
                DOCX,
                ProblemCode.FILE_UNREADABLE,
                what,
                (file, trap) -> Docxs.ofXml(
                        file, "<!DOCTYPE d [<!ENTITY e SYSTEM '" + place.apply(trap) + "'>]>" + body("&e;")));
    }

    private static HostileFile typedElsewhere(String name, String what, String part, String honest) {
        return refused(name, DOCX, ProblemCode.FILE_UNREADABLE, what, (file, trap) -> {
            Map<String, String> parts = honest();
            parts.put(part, honest.replace("?><", "?><!DOCTYPE any SYSTEM '" + trap.server() + "'><"));
            write(file, parts);
        });
    }

    static List<HostileFile> reaching() {
        return List.of(
                harmless(
                        "template.docx",
                        DOCX,
                        HostileFile.WELL,
                        "a template and a picture from the web",
                        (file, trap) -> related(
                                file,
                                external("attachedTemplate", trap.server().toString())
                                        + external("image", trap.server().toString()))),
                refused(
                        "notes-elsewhere.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "footnotes that are a file of this computer",
                        (file, trap) -> related(
                                file, external("footnotes", trap.secret().toString()))),
                refused(
                        "body-elsewhere.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "a body that is a file of this computer",
                        (file, trap) -> {
                            Map<String, String> parts = honest();
                            parts.put(
                                    RELATIONS,
                                    relations(external(
                                            "officeDocument", trap.secret().toString())));
                            write(file, parts);
                        }),
                refused(
                        "names.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "parts named as files outside",
                        (file, trap) -> {
                            Map<String, String> parts = honest();
                            parts.put("../../../../../../../../tmp/" + trap.escape(), "<x/>");
                            parts.put("/tmp/" + trap.escape(), "<x/>");
                            parts.put("..\\..\\" + trap.escape(), "<x/>");
                            write(file, parts);
                        }),
                refused(
                        "link.docx",
                        DOCX,
                        ProblemCode.FILE_UNREADABLE,
                        "a body that is a link to a file of this computer",
                        (file, trap) -> {
                            Map<String, String> parts = honest();
                            parts.put(BODY, Path.of(trap.secret()).toString());
                            write(file, parts);
                        }),
                harmless("macros.docx", DOCX, HostileFile.WELL, "a .docm with its macros", (file, trap) -> {
                    Map<String, String> parts = honest();
                    parts.put(
                            TYPES,
                            ALL_TYPES.replace(
                                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                                    "application/vnd.ms-word.document.macroEnabled.main+xml"));
                    parts.put("word/vbaProject.bin", "Sub AutoOpen()");
                    write(file, parts);
                }));
    }

    private static void related(Path file, String relations) throws IOException {
        Map<String, String> parts = honest();
        parts.put(BODY_RELATIONS, relations(relations));
        write(file, parts);
    }

    private static String external(String kind, String target) {
        return "<Relationship Id='r" + kind + "' Type='" + OFFICE + kind + "' Target='" + target
                + "' TargetMode='External'/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>" + relations
                + "</Relationships>";
    }

    private static Map<String, String> honest() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(TYPES, ALL_TYPES);
        parts.put(RELATIONS, Docxs.RELATIONS);
        parts.put(BODY, body(HostileFile.WELL));
        return parts;
    }

    private static String body(String text) {
        return "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>"
                + text + "</w:t></w:r></w:p></w:body></w:document>";
    }

    private static String laughs() {
        StringBuilder declared = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 10; i++) {
            declared.append(
                    "<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        return declared + "]>" + body("&a9;");
    }

    /** Not so alike that the rate of packing alone gives them away. */
    private static String manyWords(int letters) {
        StringBuilder words = new StringBuilder(letters);
        for (int i = 0; words.length() < letters; i++) {
            words.append(Integer.toString(i * 7_919, 36)).append(" and so on and so forth ");
        }
        return words.toString();
    }

    /** Each character of a part is a byte; what is no XML in the place of the body becomes a symbolic link. */
    private static void write(Path file, Map<String, String> parts) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipArchiveEntry entry = new ZipArchiveEntry(part.getKey());
                if (part.getKey().equals(BODY) && !part.getValue().startsWith("<")) {
                    entry.setUnixMode(SYMBOLIC_LINK);
                }
                zip.putArchiveEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.ISO_8859_1));
                zip.closeArchiveEntry();
            }
        }
    }
}
