/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.ledger;

import com.noragentia.helios.protocol.api.Limit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How much there is to read in a DOCX: what stands between the tags of all XML in it, under whatever name. What is no ZIP (APPNOTE 6.3, without its
 * extensions for large files) counts by its bytes. Not thread-safe.
 */
final class DocxExtent {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int FILE_BYTES = 30;
    private static final int STORED = 0;
    private static final int PACKED = 8;

    private final ByteBuffer zip;
    private final InflateBudget budget = new InflateBudget();
    private final ScanBudget scan = new ScanBudget();
    private long letters;
    private boolean isUnseen;

    private DocxExtent(ByteBuffer file) {
        this.zip = file.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

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
            int entries = zip.getShort(end + 10) & 0xFFFF;
            int at = zip.getInt(end + 16);
            for (int i = 0; i < entries && !Limit.DOCX_ENTRIES.isPassedBy(i); i++) {
                isUnseen |= zip.getInt(at) != ENTRY;
                entry(at);
                at += ENTRY_BYTES
                        + (zip.getShort(at + 28) & 0xFFFF)
                        + (zip.getShort(at + 30) & 0xFFFF)
                        + (zip.getShort(at + 32) & 0xFFFF);
            }
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

    private void entry(int at) {
        int method = zip.getShort(at + 10);
        int place = zip.getInt(at + 42);
        int data = place + FILE_BYTES + (zip.getShort(place + 26) & 0xFFFF) + (zip.getShort(place + 28) & 0xFFFF);
        int length = Math.min(zip.getInt(at + 20), zip.limit() - data);
        scan.read(Math.max(0, length)); // entries may lie upon each other
        ByteBuffer content = zip.slice(data, length);
        BetweenTags text = new BetweenTags();
        if (method == PACKED) {
            budget.inflate(content, true, text);
        } else if (method == STORED) {
            byte[] plain = new byte[length];
            content.get(plain);
            text.take(plain, length);
        } else {
            isUnseen = true;
        }
        letters += text.letters;
    }

    /** Counts the text of XML; blanks in a row are one, and so is what stands in {@code <!…>}. Of anything but XML it counts nothing. */
    private static final class BetweenTags implements InflateBudget.Sink {

        private long letters;
        private boolean isXml;
        private boolean isOther;
        private boolean isInTag;
        private boolean isTagOpened;
        private boolean isBlank = true;

        @Override
        public void take(byte[] chunk, int length) {
            for (int i = 0; i < length && !isOther; i++) {
                next(chunk[i]);
            }
        }

        private void next(byte b) {
            if (!isXml) {
                isXml = b == '<';
                isInTag = isXml;
                isOther = b > ' ' && !isXml; // marks of the byte order are negative, blanks are blank
                return;
            }
            if (isTagOpened) {
                isTagOpened = false;
                isInTag = b != '!';
            }
            if (b == '<') {
                isTagOpened = true;
                isInTag = true;
            } else if (b == '>') {
                isInTag = false;
            } else if (!isInTag) {
                boolean wasBlank = isBlank;
                isBlank = b >= 0 && b <= ' ';
                letters += isBlank && wasBlank ? 0 : 1;
            }
        }
    }
}
