/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.document;

import ai.onnxruntime.OrtException;
import com.noragentia.helios.protocol.model.ModelManifest;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.expert.ModelFailure;
import com.noragentia.helios.worker.expert.TaskFiles;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.ManyFiles;
import com.noragentia.helios.worker.extract.PageReader;
import com.noragentia.helios.worker.runtime.SentenceEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;

/** The real parts that the experts stand on, loaded once for a test class. */
public final class RetrievalModels implements AutoCloseable {

    public static final ModelManifest MANIFEST = new ModelManifest(
            "helios-retrieval-1",
            "Helios retrieval assistant",
            List.of(Expert.CHAT, Expert.DOCUMENT),
            List.of(Language.EN, Language.ES),
            "Apache-2.0",
            300_000_000,
            List.of());

    private final ClassPathEncoder encoder;
    private final LanguageDetector languages;
    private final FileExtractor extractor =
            new FileExtractor(ManyFiles.line(Path.of(System.getProperty("java.io.tmpdir", ""))));

    private RetrievalModels(ClassPathEncoder encoder, LanguageDetector languages) {
        this.encoder = encoder;
        this.languages = languages;
    }

    public static RetrievalModels load() throws IOException, OrtException, ModelFailure {
        Path model = Files.createTempFile("langdetect", ".bin");
        try (InputStream in = ClassPathEncoder.resource("/langdetect-183.bin")) {
            Files.copy(in, model, StandardCopyOption.REPLACE_EXISTING);
            return new RetrievalModels(ClassPathEncoder.load(), LanguageDetector.load(model));
        } finally {
            Files.delete(model);
        }
    }

    public SentenceEncoder encoder() {
        return encoder;
    }

    public LanguageDetector languages() {
        return languages;
    }

    /** Of files that have their text as text. */
    public DocumentText texts() {
        return new DocumentText(extractor, PageReader.Source.NONE, Clock.systemUTC());
    }

    /** Also of pictures of pages. */
    public DocumentText texts(PageReader.Source readers) {
        return new DocumentText(extractor, readers, Clock.systemUTC());
    }

    public static Attachment attachment(Path file, FileType type) throws IOException {
        return new Attachment("0".repeat(64), file.getFileName().toString(), type, Files.size(file));
    }

    /** The files of a task, found by their names. */
    public static TaskFiles filesIn(Path folder) {
        return attachment -> folder.resolve(attachment.name());
    }

    @Override
    public void close() throws OrtException {
        extractor.close();
        encoder.close();
    }
}
