/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.noragentia.helios.protocol.task.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Puts objects one after the other; of what stands in none, nothing is believed anyway. */
final class CountedPdf {

    static final String SENTENCE = "The harbour opens at half past six in summer and closes at dusk. ";

    static final String WIDE = "/Font<</F1<</Subtype/Type0/Encoding/Identity-H>>>>";
    static final String NARROW = "/Font<</F1<</Subtype/TrueType/Encoding/WinAnsiEncoding>>>>";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int last;

    CountedPdf() {
        write("%PDF-1.7\n");
    }

    CountedPdf write(String text) {
        bytes.writeBytes(text.getBytes(ISO_8859_1));
        return this;
    }

    int object(String text) {
        write(++last + " 0 obj\n" + text + "\nendobj\n");
        return last;
    }

    int stream(String keys, byte[] data) {
        write(++last + " 0 obj\n<<" + keys + "/Length " + data.length + ">>\nstream\n");
        bytes.writeBytes(data);
        write("\nendstream\nendobj\n");
        return last;
    }

    int packed(String keys, String content) {
        return stream(keys + "/Filter/FlateDecode", deflated(content.getBytes(ISO_8859_1)));
    }

    int page(int contents, String resources) {
        return object("<</Type/Page/Contents " + contents + " 0 R/Resources<<" + resources + ">>>>");
    }

    void textPage(int letters) {
        page(packed("", showing(letters)), "");
    }

    void scan(int number) {
        int picture = stream("/Subtype/Image/Width 1700/Height 2200/Filter/DCTDecode", new byte[100 + number]);
        page(packed("", "q 595 0 0 842 0 0 cm /Im0 Do Q"), "/XObject<</Im0 " + picture + " 0 R>>");
    }

    FileExtent extent() {
        return Counting.extent(FileType.PDF, ByteBuffer.wrap(bytes.toByteArray()));
    }

    static byte[] deflated(byte[] open) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
            out.write(open);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    static String showing(int letters) {
        return "BT /F1 12 Tf 72 700 Td ("
                + SENTENCE.repeat(letters / SENTENCE.length() + 1).substring(0, letters) + ") Tj ET";
    }

    byte[] whole() {
        return bytes.toByteArray();
    }
}
