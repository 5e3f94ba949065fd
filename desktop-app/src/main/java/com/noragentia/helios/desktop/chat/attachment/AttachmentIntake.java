/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.attachment;

import com.noragentia.helios.desktop.chat.attachment.Refusal.Reason;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one road of files into a question, whether chosen, dropped or pasted: checks type, size, count and that one expert can read them all,
 * before anything is sent. Reads files, so it does not belong on the UI thread; thread-safe.
 */
public final class AttachmentIntake {

    /** Adds to {@code present} those of {@code offered} that may join them, in order. A file that is already there is passed over. */
    public Intake offer(List<PendingFile> present, List<Path> offered) {
        List<PendingFile> files = new ArrayList<>(present);
        List<Refusal> refusals = new ArrayList<>();
        for (Path path : offered) {
            if (files.stream().noneMatch(file -> file.path().equals(path))) {
                refusalOf(path, files).ifPresentOrElse(refusals::add, () -> files.add(pending(path)));
            }
        }
        return new Intake(files, refusals);
    }

    private Optional<Refusal> refusalOf(Path path, List<PendingFile> files) {
        String name = nameOf(path);
        try {
            return reasonAgainst(path, name, files).map(reason -> new Refusal(reason, name));
        } catch (IOException e) {
            return Optional.of(new Refusal(Reason.UNREADABLE, name));
        }
    }

    private static Optional<Reason> reasonAgainst(Path path, String name, List<PendingFile> files) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.of(Reason.NOT_A_FILE);
        }
        Optional<FileType> type = FileType.ofName(name);
        if (type.isEmpty()) {
            return Optional.of(Reason.TYPE_UNSUPPORTED);
        }
        if (Limit.FILE_NAME_CHARACTERS.isPassedBy(name.length())) {
            return Optional.of(Reason.NAME_TOO_LONG);
        }
        if (Limit.ATTACHMENTS_PER_JOB.isPassedBy(files.size() + 1L)) {
            return Optional.of(Reason.TOO_MANY);
        }
        if (files.stream().anyMatch(file -> file.type().expert() != type.get().expert())) {
            return Optional.of(Reason.MIXED);
        }
        return reasonInContent(path, type.get());
    }

    private static Optional<Reason> reasonInContent(Path path, FileType type) throws IOException {
        long bytes = Files.size(path);
        if (bytes == 0) {
            return Optional.of(Reason.EMPTY);
        }
        if (Limit.ATTACHMENT_BYTES.isPassedBy(bytes)) {
            return Optional.of(Reason.TOO_LARGE);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return type.matches(in.readNBytes(FileType.MAGIC_BYTES))
                    ? Optional.empty()
                    : Optional.of(Reason.TYPE_MISMATCH);
        }
    }

    private static PendingFile pending(Path path) {
        String name = nameOf(path);
        return new PendingFile(path, name, FileType.ofName(name).orElseThrow(), sizeOf(path));
    }

    private static long sizeOf(Path path) {
        return path.toFile().length();
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
