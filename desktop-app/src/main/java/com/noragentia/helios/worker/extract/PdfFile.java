/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF with bounded memory. Runs in the child only. */
final class PdfFile {

    private static final long MEMORY_BYTES = 32L * 1024 * 1024;
    /** In a file of the room, once the memory is full. */
    static final long SCRATCH_BYTES = 256L * 1024 * 1024;

    private static final String OBJECT = " obj";
    private static final String END = "startxref";

    private PdfFile() {}

    /**
     * The last that is written to a PDF is where its table of objects begins: objects that nothing of that kind follows were cut off. What could
     * still be found would be an unknown part of the document.
     *
     * @throws IOException if the file ends early
     */
    static void requireEnd(Path file) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (bytes.lastIndexOf(END) < bytes.lastIndexOf(OBJECT)) {
            throw new IOException("the PDF ends early");
        }
    }

    /** @throws ProblemException if it asks for a password */
    static PDDocument open(Path file) throws IOException {
        MemoryUsageSetting memory = MemoryUsageSetting.setupMixed(MEMORY_BYTES, SCRATCH_BYTES);
        try {
            return Loader.loadPDF(file.toFile(), "", null, null, memory.streamCache);
        } catch (InvalidPasswordException e) {
            throw new ProblemException(ProblemCode.DOCUMENT_ENCRYPTED, "the PDF asks for a password");
        }
    }
}
