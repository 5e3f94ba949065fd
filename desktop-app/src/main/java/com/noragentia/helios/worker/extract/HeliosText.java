/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that another program has taken out of a document: docs/helios-text.md. That program is a stranger's, so nothing is believed: what breaks a rule
 * of the format is refused, and the text is cleaned like any other.
 */
final class HeliosText implements TextSource {

    private static final Pattern HEAD =
            Pattern.compile(FileType.HELIOS_TEXT_MAGIC + "(pdf|docx|txt|md)\t([1-9]\\d{0,3})");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");
    private static final String PAGED = "pdf";

    @Override
    public int read(Path file, ParagraphSink sink) throws IOException {
        ParagraphSink.require(Limit.HELIOS_TEXT_BYTES, Files.size(file));
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        if (!text.endsWith("\n")) {
            throw broken("it breaks off");
        }
        List<String> lines = List.of(text.split("\n"));
        Matcher head = HEAD.matcher(lines.getFirst());
        if (!head.matches()) {
            throw broken("its first line is none");
        }
        boolean isPaged = head.group(1).equals(PAGED);
        int pages = Integer.parseInt(head.group(2));
        if (isPaged) {
            ParagraphSink.require(Limit.PDF_PAGES, pages);
        }
        int reached = 1;
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            if (tab < 0 || line.length() == tab + 1) {
                throw broken("a line is no paragraph");
            }
            Integer page = page(line.substring(0, tab), isPaged, reached, pages);
            reached = page == null ? reached : page;
            sink.add(page, line.substring(tab + 1));
        }
        return isPaged ? pages : sink.pagesFilled();
    }

    private static @Nullable Integer page(String words, boolean isPaged, int reached, int pages) {
        if (!isPaged && words.isEmpty()) {
            return null;
        }
        boolean isNumber = isPaged && PAGE.matcher(words).matches();
        int page = isNumber ? Integer.parseInt(words) : 0;
        if (page < reached || page > pages) {
            throw broken("a page that cannot be");
        }
        return page;
    }

    private static ProblemException broken(String why) {
        return new ProblemException(ProblemCode.FILE_UNREADABLE, "no text of a document: " + why);
    }
}
