/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Real DOCX files, well and ill meant. */
public final class Docxs {

    static final String TYPES = """
            <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    static final String RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    private static final String LIST_RELATIONS = """
            <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" \
            Target="numbering.xml"/><Relationship Id="rId2" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""";

    private Docxs() {}

    public static Path ofParagraphs(Path file, List<String> paragraphs) throws IOException {
        try (XWPFDocument docx = new XWPFDocument()) {
            paragraphs.forEach(text -> docx.createParagraph().createRun().setText(text));
            return saved(docx, file);
        }
    }

    static Path saved(XWPFDocument docx, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            docx.write(out);
        }
        return file;
    }

    /** A package around a main part of one's own making. */
    static Path ofXml(Path file, String documentXml) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/document.xml", documentXml);
        }
        return file;
    }

    /** A list of one level, each paragraph with its number where {@code mark} has %1. */
    public static Path ofClauses(Path file, String mark, List<String> clauses) throws IOException {
        String body = clauses.stream().map(text -> WordLists.item(1, 0, text)).collect(Collectors.joining());
        return ofLists(file, body, WordLists.list(1, WordLists.level(0, "decimal", mark)), "");
    }

    /** A package around a body, its numbering and its styles, each the content of the element that WordprocessingML wants there. */
    static Path ofLists(Path file, String body, String numbering, String styles) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/_rels/document.xml.rels", LIST_RELATIONS);
            entry(zip, "word/document.xml", word("document", "<w:body>" + body + "</w:body>"));
            entry(zip, "word/numbering.xml", word("numbering", numbering));
            entry(zip, "word/styles.xml", word("styles", styles));
        }
        return file;
    }

    private static String word(String root, String content) {
        return "<w:%1$s xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>%2$s</w:%1$s>"
                .formatted(root, content);
    }

    /** A package whose main part swells to so many bytes. */
    static Path bomb(Path file, long bytes) throws IOException {
        byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
                    .getBytes(StandardCharsets.US_ASCII));
            for (long written = 0; written < bytes; written += spaces.length) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        return file;
    }

    /** A package of so many parts. */
    static Path ofEntries(Path file, int entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            for (int i = 0; i < entries; i++) {
                entry(zip, "word/part" + i + ".xml", "<x/>");
            }
        }
        return file;
    }

    static Path locked(Path file) throws Exception {
        Path open = ofParagraphs(file.resolveSibling("open.docx"), List.of("A secret."));
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("password");
            try (OutputStream out = encryptor.getDataStream(container)) {
                Files.copy(open, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        return file;
    }

    static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
