/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Real PDF files, well and ill meant. */
public final class Pdfs {

    private static final float TOP = 720;
    private static final float LINE = 14;

    private Pdfs() {}

    /** One list of lines for each page; an empty line leaves a gap. */
    public static Path ofPages(Path file, List<List<String>> pages) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (List<String> lines : pages) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                if (!lines.isEmpty()) {
                    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                        column(content, 72, lines);
                    }
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    static Path ofTwoColumns(Path file, List<String> left, List<String> right) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                column(content, 72, left);
                column(content, 320, right);
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private static void column(PDPageContentStream content, float x, List<String> lines) throws IOException {
        PDFont font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        float y = TOP;
        for (String line : lines) {
            if (!line.isEmpty()) {
                content.beginText();
                content.setFont(font, 11);
                content.newLineAtOffset(x, y);
                content.showText(line);
                content.endText();
            }
            y -= LINE;
        }
    }

    static Path locked(Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }
        return file;
    }

    static Path blank(Path file) throws IOException {
        return ofPages(file, List.of(List.of()));
    }

    /** A page tree of the given length, with honest count or a lie. */
    static Path ofManyPages(Path file, int pages, int claimed) throws IOException {
        StringBuilder kids = new StringBuilder();
        List<String> objects = new ArrayList<>(
                List.of("<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Length 5 >>\nstream\nBT ET\nendstream"));
        for (int i = 0; i < pages; i++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R >>");
            kids.append(objects.size()).append(" 0 R ");
        }
        objects.set(1, "<< /Type /Pages /Count " + claimed + " /Kids [" + kids + "] >>");
        return ofObjects(file, objects);
    }

    /** One page whose content repeats {@code operators} so many times. */
    static Path ofOperators(Path file, String operators, int times) throws IOException {
        String content = "BT /F1 12 Tf " + operators.repeat(times) + " ET";
        return ofObjects(
                file,
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
                                + " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                        "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream"));
    }

    /** Objects numbered from 1, each character of theirs a byte; the first is the catalogue. */
    static Path ofObjects(Path file, List<String> objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n %n", out.size()).replace(System.lineSeparator(), "\n"));
            out.writeBytes(
                    ((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        int start = out.size();
        out.writeBytes((table + "trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start
                        + "\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII));
        return Files.write(file, out.toByteArray());
    }
}
