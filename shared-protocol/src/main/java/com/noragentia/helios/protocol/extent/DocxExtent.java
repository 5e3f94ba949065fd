/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import com.noragentia.helios.protocol.api.Limit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much there is to read in a DOCX: what stands between the tags of all XML in it, under whatever name. What is no plain ZIP (APPNOTE 6.3, without its
 * extensions for large files), or has room for more than its list of files names, counts by its bytes. Not thread-safe.
 */
final class DocxExtent {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int LARGE_END = 0x07064b50;
    private static final int LARGE_END_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int FILE_BYTES = 30;
    private static final int STORED = 0;
    private static final int PACKED = 8;
    /** What may follow a file: its sum and its lengths, once more. */
    private static final int MOST_TRAILER = 24;

    private final ByteBuffer zip;
    private final InflateBudget budget = new InflateBudget();
    private final ScanBudget scan = new ScanBudget();
    private final List<Span> spans = new ArrayList<>();
    private long letters;
    private boolean isUnseen;

    private DocxExtent(ByteBuffer file) {
        this.zip = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes that a file takes, with what stands before it. */
    private record Span(long from, long to) {}

    static FileExtent of(ByteBuffer file) {
        try {
            return new FileExtent(Counting.textPages(new DocxExtent(file).text()), 0);
        } catch (ScanBudget.SpentException e) {
            return new FileExtent(Counting.textPages(Limit.DOCUMENT_CHARACTERS.value()), 0);
        }
    }

    private long text() {
        try {
            int end = end();
            int list = zip.getInt(end + 16);
            isUnseen = list + (long) zip.getInt(end + 12) != end
                    || (end >= LARGE_END_BYTES && zip.getInt(end - LARGE_END_BYTES) == LARGE_END);
            int at = list;
            for (int i = 0; at < end; i++) {
                if (zip.getInt(at) != ENTRY || Limit.DOCX_ENTRIES.isPassedBy(i)) {
                    isUnseen = true;
                    break;
                }
                entry(at);
                at += ENTRY_BYTES + length(at + 28) + length(at + 30) + length(at + 32);
            }
            isUnseen |= hasGaps(list);
        } catch (IndexOutOfBoundsException e) {
            isUnseen = true;
        }
        if (budget.isSpent()) {
            return Limit.DOCUMENT_CHARACTERS.value();
        }
        return isUnseen ? Math.max(letters, Counting.unseenText(zip.limit())) : letters;
    }

    private int end() {
        int least = Math.max(0, zip.limit() - END_BYTES - MOST_COMMENT);
        for (int at = zip.limit() - END_BYTES; at >= least; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new IndexOutOfBoundsException("no ZIP");
    }

    private int length(int at) {
        return zip.getShort(at) & 0xFFFF;
    }

    /** Whether there is room before the list for a file that is not in it: some readers go by the files. */
    private boolean hasGaps(long list) {
        long covered = 0;
        spans.sort(Comparator.comparingLong(Span::from));
        for (Span span : spans) {
            if (span.from() > covered + MOST_TRAILER) {
                return true;
            }
            covered = Math.max(covered, span.to());
        }
        return list > covered + MOST_TRAILER;
    }

    private void entry(int at) {
        int method = zip.getShort(at + 10);
        int place = zip.getInt(at + 42);
        int data = place + FILE_BYTES + length(place + 26) + length(place + 28);
        int length = zip.getInt(at + 20);
        isUnseen |= method != zip.getShort(place + 8) || length < 0 || length > zip.limit() - data;
        spans.add(new Span(place, (long) data + length));
        int there = Math.min(length, zip.limit() - data);
        scan.read(Math.max(0, there)); // entries may lie upon each other
        XmlText text = new XmlText();
        if (method == PACKED) {
            // what is packed tells its own end
            budget.inflate(zip.slice(data, zip.limit() - data), true, text);
        } else if (method == STORED) {
            byte[] plain = new byte[there];
            zip.get(data, plain);
            text.take(plain, there);
        } else {
            isUnseen = true;
        }
        letters += text.letters();
    }
}
