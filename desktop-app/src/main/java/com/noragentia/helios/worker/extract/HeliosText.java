/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.extract;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TextLine.Box;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that another program has taken out of a document: docs/helios-text.md. That program is a stranger's, so nothing is believed: what breaks a
 * rule of the format is refused, and the text is cleaned like any other.
 */
final class HeliosText implements TextSource {

    private static final Pattern HEAD =
            Pattern.compile(FileType.HELIOS_TEXT_MAGIC + "(pdf|docx|txt|md)\t([1-9]\\d{0,3})(?:\t([0-9,]{1,800}))?");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern PLACE =
            Pattern.compile("(" + NUMBER + ")(?:@(\\d{1,5}),(\\d{1,5}),(\\d{1,5}),(\\d{1,5}))?");
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
        if (head.group(3) != null) {
            noteUnread(head.group(3), isPaged ? pages : 0, sink);
        }
        int reached = 1;
        for (String line : lines.subList(1, lines.size())) {
            int tab = line.indexOf('\t');
            if (tab < 0 || line.length() == tab + 1) {
                throw broken("a line is no paragraph");
            }
            String place = line.substring(0, tab);
            String words = line.substring(tab + 1);
            if (!isPaged && place.isEmpty()) {
                sink.add(null, words);
                continue;
            }
            Matcher onPage = PLACE.matcher(place);
            reached = page(isPaged && onPage.matches() ? onPage.group(1) : "0", reached, pages);
            sink.add(reached, words, onPage.group(2) == null ? null : box(onPage));
        }
        return isPaged ? pages : sink.pagesFilled();
    }

    private static void noteUnread(String list, int pages, ParagraphSink sink) {
        int last = 0;
        for (String number : list.split(",", -1)) {
            last = page(NUMBER.matcher(number).matches() ? number : "0", last + 1, pages);
            sink.pictured(last);
        }
    }

    private static int page(String number, int least, int most) {
        int page = Integer.parseInt(number);
        if (page < least || page > most) {
            throw broken("a page that cannot be");
        }
        return page;
    }

    private static Box box(Matcher place) {
        return new Box(
                Integer.parseInt(place.group(2)),
                Integer.parseInt(place.group(3)),
                Integer.parseInt(place.group(4)),
                Integer.parseInt(place.group(5)));
    }

    private static ProblemException broken(String why) {
        return new ProblemException(ProblemCode.FILE_UNREADABLE, "no text of a document: " + why);
    }
}
