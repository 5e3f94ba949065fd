/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes paragraphs as a file of a type: plain text, or the plainest DOCX (ECMA-376) there is; PDF by {@link NoticePdf}. Pure. */
final class NoticeFile {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String TYPES = HEAD + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";
    private static final String RELATIONS = HEAD + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";
    private static final String BODY =
            HEAD + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final String BODY_END = "</w:body></w:document>";

    private NoticeFile() {}

    /**
     * The bytes of the file.
     *
     * @param named what its name promises
     * @param type the same, or {@link FileType#HELIOS_TEXT}
     */
    static byte[] of(FileType named, FileType type, List<String> paragraphs) {
        return switch (type) {
            case TEXT, MARKDOWN -> String.join("\n\n", paragraphs).concat("\n").getBytes(StandardCharsets.UTF_8);
            case DOCX -> docx(paragraphs);
            case PDF -> NoticePdf.of(paragraphs);
            case HELIOS_TEXT -> taken(named, paragraphs);
            case PNG, JPEG, WAV, MP3 -> throw new IllegalArgumentException("no notice is written as " + type);
        };
    }

    /** As the program of a member takes it out: docs/helios-text.md. */
    private static byte[] taken(FileType named, List<String> paragraphs) {
        String page = named == FileType.PDF ? "1" : "";
        String head = FileType.HELIOS_TEXT_MAGIC + named.extensions().getFirst() + "\t1\n";
        return paragraphs.stream()
                .map(paragraph -> page + "\t" + paragraph + "\n")
                .collect(Collectors.joining("", head, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx(List<String> paragraphs) {
        StringBuilder body = new StringBuilder(BODY);
        paragraphs.forEach(text -> body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r></w:p>"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(zip, "word/document.xml", body.append(BODY_END).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** With a time of its own, or each file would tell when it was made. */
    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
