/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.trust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes paragraphs as a PDF of one page, in Helvetica (ISO 32000-1). Letters beyond Latin-1 become question marks. Pure. */
final class NoticePdf {

    /** A4 in points, 11 points type on 15: so many lines fit. */
    private static final String MEDIA_BOX = "[0 0 595 842]";

    private static final int MOST_LINES = 48;
    private static final int CHARACTERS_PER_LINE = 84;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> places = new ArrayList<>();

    private NoticePdf() {}

    static byte[] of(List<String> paragraphs) {
        NoticePdf pdf = new NoticePdf();
        pdf.write("%PDF-1.4\n");
        pdf.object("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        pdf.object("<< /Type /Page /Parent 2 0 R /MediaBox " + MEDIA_BOX
                + " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        String content = content(paragraphs);
        pdf.object("<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream");
        pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        return pdf.end();
    }

    private static String content(List<String> paragraphs) {
        StringBuilder content = new StringBuilder("BT /F1 11 Tf 15 TL 60 780 Td\n");
        lines(paragraphs).stream()
                .limit(MOST_LINES)
                .forEach(line -> content.append('(').append(escaped(line)).append(") Tj T*\n"));
        return content.append("ET").toString();
    }

    private static List<String> lines(List<String> paragraphs) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ", -1)) {
                if (line.length() + word.length() >= CHARACTERS_PER_LINE) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            lines.add("");
        }
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private void object(String body) {
        places.add(bytes.size());
        write(places.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private byte[] end() {
        int table = bytes.size();
        write("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
        places.forEach(place -> write(String.format(Locale.ROOT, "%010d 00000 n \n", place)));
        write("trailer\n<< /Size " + (places.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
