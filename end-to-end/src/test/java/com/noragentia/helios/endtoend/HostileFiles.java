/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.endtoend;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files that people attach by mistake, or on purpose. */
record HostileFiles(Path folder) {

    private static final int THIRTY_MEGABYTES = 30_000_000;

    Path corruptedPdf() throws IOException {
        byte[] whole = Files.readAllBytes(FrontDoor.SAMPLES.resolve("harbour-handbook.en.pdf"));
        byte[] damaged = new byte[whole.length / 3];
        System.arraycopy(whole, 0, damaged, 0, damaged.length);
        for (int i = 200; i < damaged.length; i += 7) {
            damaged[i] ^= 0x5A;
        }
        return Files.write(folder.resolve("corrupted.pdf"), damaged);
    }

    Path encryptedPdf() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    Path emptyDocx() throws IOException {
        Path file = folder.resolve("empty.docx");
        Map<String, String> parts = Map.of("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?>\
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/word/document.xml" ContentType=\
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""", "_rels/.rels", """
                <?xml version="1.0" encoding="UTF-8"?>\
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="rId1" Type=\
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
                Target="word/document.xml"/></Relationships>""", "word/document.xml", """
                <?xml version="1.0" encoding="UTF-8"?>\
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>""");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return file;
    }

    Path emptyPng() throws IOException {
        return Files.write(folder.resolve("nothing.png"), new byte[0]);
    }

    Path programNamedPdf() throws IOException {
        return Files.write(folder.resolve("setup.pdf"), ("MZ\u0090\0" + "x".repeat(500)).getBytes(US_ASCII));
    }

    Path thirtyMegabytes() throws IOException {
        byte[] content = new byte[THIRTY_MEGABYTES];
        System.arraycopy("%PDF-1.7\n".getBytes(US_ASCII), 0, content, 0, 9);
        return Files.write(folder.resolve("huge.pdf"), content);
    }
}
