/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import java.io.IOException;
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

    private PdfFile() {}

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
