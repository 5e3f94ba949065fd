/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PDF files of one page, object by object as no honest program would write them. */
final class RawPdf {

    static final String WORDS = "BT /F1 12 Tf 72 700 Td (" + HostileFile.WELL + ") Tj ET";

    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    private RawPdf() {}

    static void honest(Path file, String catalogue) throws Exception {
        List<String> objects = page("", stream("", WORDS));
        objects.set(0, "<< /Type /Catalog /Pages 2 0 R " + catalogue + " >>");
        Pdfs.ofObjects(file, objects);
    }

    static void ofPage(Path file, String resources, String... streams) throws Exception {
        Pdfs.ofObjects(file, page(resources, streams));
    }

    /** One page; its content is the first stream, number 4. */
    static List<String> page(String resources, String... streams) {
        String font = resources.contains("/F1") ? "" : "/Font << /F1 " + FONT + " >> ";
        List<String> objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << " + font + resources
                        + " >> >>"));
        objects.addAll(List.of(streams));
        return objects;
    }

    static String stream(String dictionary, byte[] content) {
        return stream(dictionary, new String(content, StandardCharsets.ISO_8859_1));
    }

    static String stream(String dictionary, String content) {
        return "<< " + dictionary + " /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
    }
}
