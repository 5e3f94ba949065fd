/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import static com.noragentia.helios.worker.extract.HostileFile.by;
import static com.noragentia.helios.worker.extract.HostileFile.harmless;
import static com.noragentia.helios.worker.extract.HostileFile.refused;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.task.FileType;
import java.nio.file.Files;
import java.util.List;

/** Text and Markdown files made to hurt. */
final class HostileTexts {

    private HostileTexts() {}

    static List<HostileFile> files() {
        return List.of(
                refused(
                        "long.txt",
                        FileType.TEXT,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "500,000 letters",
                        (file, trap) ->
                                Files.writeString(file, "word ".repeat(Limit.DOCUMENT_CHARACTERS.intValue() / 4))),
                refused(
                        "huge.txt",
                        FileType.TEXT,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "25 MB",
                        (file, trap) -> Files.writeString(file, "word ".repeat(5_000_000))),
                refused(
                        "blank.txt",
                        FileType.TEXT,
                        ProblemCode.DOCUMENT_EMPTY,
                        "blanks",
                        (file, trap) -> Files.writeString(file, " \n\n ")),
                refused("program.txt", FileType.TEXT, ProblemCode.FILE_TYPE_MISMATCH, "a program", by(() ->
                        new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0})),
                harmless(
                        "turned.txt",
                        FileType.TEXT,
                        "pay now",
                        "characters that hide words or turn them round",
                        (file, trap) -> Files.writeString(file, "pay\u202E\u200B \u0007now")),
                refused(
                        "nested.md",
                        FileType.MARKDOWN,
                        ProblemCode.DOCUMENT_TOO_LONG,
                        "500,000 brackets",
                        (file, trap) -> Files.writeString(file, "[".repeat(500_000))),
                harmless(
                        "reaching.md",
                        FileType.MARKDOWN,
                        HostileFile.WELL,
                        "a picture from the web and a page inside",
                        (file, trap) -> Files.writeString(
                                file,
                                "![](" + trap.server() + ")" + HostileFile.WELL + "\n\n<iframe src=\"" + trap.secret()
                                        + "\">\n")));
    }
}
