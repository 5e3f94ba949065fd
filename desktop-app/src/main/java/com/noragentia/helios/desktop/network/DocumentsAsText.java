/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.network;

import com.noragentia.helios.installation.PassingFolders;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.api.JobRequest;
import com.noragentia.helios.protocol.api.JobStatus;
import com.noragentia.helios.protocol.api.NetworkSummary;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.api.QualificationStatus;
import com.noragentia.helios.protocol.api.StandingReport;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.worker.extract.DocumentText;
import com.noragentia.helios.worker.extract.ExtractedDocument;
import com.noragentia.helios.worker.extract.ExtractionLine;
import com.noragentia.helios.worker.extract.FileExtractor;
import com.noragentia.helios.worker.extract.HeliosTextFile;
import com.noragentia.helios.worker.extract.PageReadingProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The network, to which only the text of a document is sent, and one that cannot be read is told before anything is asked or paid. The text is taken
 * out by a throw-away child process of this computer; where none can be had, or pages that are pictures cannot be read here just now, the document
 * itself goes, as it does from programs that take out no text. Thread-safe.
 */
public final class DocumentsAsText implements NetworkClient {

    private static final String KIND = "text";
    private static final String NAME =
            "text." + FileType.HELIOS_TEXT.extensions().getFirst();

    private final NetworkClient network;
    private final Path rooms;
    private final Path archives;
    private final Path models;
    /** Opened with the first document: most questions have none. */
    private @Nullable FileExtractor extractor;

    /**
     * Takes a client over: it is closed with this.
     *
     * @param rooms folder for the folders of children, and for text on its way
     * @param archives folder in which a worker of this computer may have left what shortens the start of children
     * @param models folder of models, for the one that reads pictures of pages
     */
    public DocumentsAsText(NetworkClient network, Path rooms, Path archives, Path models) {
        this.network = network;
        this.rooms = rooms;
        this.archives = archives;
        this.models = models;
    }

    @Override
    public Attachment upload(Path file) {
        return upload(file, ScanProgress.UNWATCHED);
    }

    /** Beside what any upload may say: what is wrong with a document inside. */
    @Override
    public Attachment upload(Path file, ScanProgress progress) {
        UploadCandidate candidate = UploadCandidate.of(file);
        if (candidate.type().expert() != Expert.DOCUMENT || !candidate.type().isChosen()) {
            return network.upload(file);
        }
        return text(candidate, progress)
                .flatMap(document -> sent(document, candidate.name()))
                .orElseGet(() -> {
                    progress.goesAsItIs();
                    return network.upload(file);
                });
    }

    /** Empty where no child can be had, or nobody here can look at the pages. */
    private Optional<ExtractedDocument> text(UploadCandidate candidate, ScanProgress progress) {
        try {
            DocumentText texts =
                    new DocumentText(extractor(), PageReadingProcess.source(rooms, models), Clock.systemUTC());
            return Optional.of(texts.of(
                    candidate.file(),
                    candidate.type(),
                    candidate.name(),
                    (pages, of) -> progress.read((int) pages, of)));
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.INTERNAL) {
                return Optional.empty();
            }
            throw e;
        } catch (UncheckedIOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.JOB_CANCELLED, "interrupted while reading a file");
        }
    }

    private synchronized FileExtractor extractor() {
        FileExtractor there = extractor;
        if (there == null) {
            there = new FileExtractor(ExtractionLine.openWithoutSpare(rooms, archives));
            extractor = there;
        }
        return there;
    }

    /** Empty where there is no room on the disk, or the orchestrator is too old for it. */
    private Optional<Attachment> sent(ExtractedDocument document, String name) {
        try {
            Path folder = new PassingFolders(rooms, KIND).create();
            Path text = folder.resolve(NAME);
            try {
                HeliosTextFile.write(document, text);
                Attachment stored = network.upload(text);
                return Optional.of(new Attachment(stored.blob(), name, stored.type(), stored.bytes()));
            } finally {
                Files.deleteIfExists(text);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (ProblemException e) {
            if (e.problem().code() == ProblemCode.FILE_TYPE_UNSUPPORTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public NetworkSummary summary() {
        return network.summary();
    }

    @Override
    public String submit(JobRequest request) {
        return network.submit(request);
    }

    @Override
    public void follow(String job, Consumer<JobEvent> listener) throws InterruptedException {
        network.follow(job, listener);
    }

    @Override
    public JobStatus status(String job) {
        return network.status(job);
    }

    @Override
    public void cancel(String job) {
        network.cancel(job);
    }

    @Override
    public StandingReport standing() {
        return network.standing();
    }

    @Override
    public QualificationStatus qualify() {
        return network.qualify();
    }

    @Override
    public QualificationStatus qualification() {
        return network.qualification();
    }

    @Override
    public void close() {
        try (network) {
            synchronized (this) {
                if (extractor != null) {
                    extractor.close();
                }
            }
        }
    }
}
