/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.extent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lies in the streams of a PDF (ISO 32000-1, 7.3.8 and 7.4). No length is believed where there may be more behind it. Not thread-safe.
 */
final class PdfStreams {

    /** Of one stream; of a longer one only the length is told. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int MOST_FILTERS = 4;
    /** Unpacked by the bytes alone: what begins such a stream says nothing that matters. */
    private static final int ZLIB_HEADER_BYTES = 2;

    private static final byte[] END = "endstream".getBytes(ISO_8859_1);
    private static final Set<String> FLATE = Set.of("FlateDecode", "Fl");
    private static final Set<String> BASE_85 = Set.of("ASCII85Decode", "A85");
    private static final Set<String> HEX = Set.of("ASCIIHexDecode", "AHx");

    private final ByteBuffer file;
    private final InflateBudget budget;
    private final PdfObjects objects;
    private final ScanBudget scan;

    PdfStreams(ByteBuffer file, InflateBudget budget, PdfObjects objects, ScanBudget scan) {
        this.file = file;
        this.budget = budget;
        this.objects = objects;
        this.scan = scan;
    }

    /**
     * A stream.
     *
     * @param bytes what is in it, as far as that is known
     * @param length how long that is; of what cannot be unpacked, the length as it is
     */
    record Open(ByteBuffer bytes, long length, State state) {

        /** Whether it is known to the last byte. */
        boolean isWhole() {
            return state == State.WHOLE;
        }
    }

    enum State {
        WHOLE,
        /** Rearranged in a way that is not followed, or longer than is kept. */
        MEASURED,
        PACKED
    }

    Open open(PdfObject stream) {
        ByteBuffer raw = raw(stream);
        Optional<List<String>> filters = filters(stream);
        if (filters.isEmpty() || objects.isEncrypted()) {
            return new Open(raw, raw.limit(), State.PACKED);
        }
        Open open = new Open(raw, raw.limit(), State.WHOLE);
        for (int i = 0; i < filters.get().size(); i++) {
            if (open.state() == State.WHOLE) {
                // of the first, what is packed tells its own end
                ByteBuffer packed =
                        i == 0 && FLATE.contains(filters.get().getFirst()) ? toTheEnd(stream) : open.bytes();
                open = unpacked(filters.get().get(i), packed);
            } else {
                return new Open(raw, raw.limit(), State.PACKED);
            }
        }
        Map<String, PdfValue> keys = dictionary(stream).entries();
        boolean rearranged = keys.containsKey("F")
                || Stream.of("DecodeParms", "DP").anyMatch(key -> keys.containsKey(key) && isRearranged(keys.get(key)));
        return rearranged && open.isWhole() ? new Open(open.bytes(), open.length(), State.MEASURED) : open;
    }

    private static PdfValue.Dictionary dictionary(PdfObject stream) {
        return stream.value() instanceof PdfValue.Dictionary keys ? keys : new PdfValue.Dictionary(Map.of());
    }

    /** What is said of filters, if it says that each byte is told by its difference from another. */
    private boolean isRearranged(PdfValue said) {
        return objects.all(said).stream()
                .anyMatch(one -> one.value() instanceof PdfValue.Array list
                        ? list.items().stream()
                                .flatMap(item -> objects.all(item).stream())
                                .anyMatch(this::rearranges)
                        : rearranges(one));
    }

    private boolean rearranges(PdfObject said) {
        if (said.value() instanceof PdfValue.Dictionary one) {
            return objects.all(one, "Predictor").stream()
                    .anyMatch(kind -> !(kind.value() instanceof PdfValue.Amount amount) || amount.value() > 1);
        }
        return !(said.value() instanceof PdfValue.Word word) || word.isOperator();
    }

    private ByteBuffer toTheEnd(PdfObject stream) {
        return file.slice(stream.data(), file.limit() - stream.data());
    }

    /** To where it says that it ends, or where the word for that stands first, whichever is later. */
    private ByteBuffer raw(PdfObject stream) {
        int from = stream.data();
        int word = PdfHeader.next(file, END, from);
        long end = word < 0 ? file.limit() : word;
        scan.read(end - from);
        for (PdfObject length : objects.all(dictionary(stream), "Length")) {
            if (length.value() instanceof PdfValue.Amount bytes && from + bytes.value() <= file.limit()) {
                end = Math.max(end, from + (long) bytes.value());
            }
        }
        return file.slice(from, (int) (end - from));
    }

    /** Empty where it is not known for certain. */
    private Optional<List<String>> filters(PdfObject stream) {
        List<PdfObject> values = objects.all(dictionary(stream), "Filter");
        if (values.size() > 1) {
            return Optional.empty();
        }
        List<PdfValue> named = values.isEmpty()
                ? List.of()
                : switch (values.getFirst().value()) {
                    case PdfValue.Array list -> list.items();
                    case PdfValue.Word word when !word.isOperator() -> List.of();
                    case PdfValue one -> List.of(one);
                };
        List<String> names = new ArrayList<>();
        for (PdfValue one : named) {
            List<PdfObject> name = objects.all(one);
            if (name.size() != 1 || !(name.getFirst().value() instanceof PdfValue.Name is)) {
                return Optional.empty();
            }
            names.add(is.text());
        }
        return names.size() > MOST_FILTERS ? Optional.empty() : Optional.of(names);
    }

    private Open unpacked(String filter, ByteBuffer packed) {
        if (FLATE.contains(filter)) {
            return inflated(packed);
        }
        Optional<byte[]> open = BASE_85.contains(filter)
                ? PdfAscii.base85(packed)
                : HEX.contains(filter) ? PdfAscii.hex(packed) : Optional.empty();
        return open.map(bytes -> new Open(ByteBuffer.wrap(bytes), bytes.length, State.WHOLE))
                .orElseGet(() -> new Open(packed, packed.limit(), State.PACKED));
    }

    private Open inflated(ByteBuffer packed) {
        if (packed.limit() < ZLIB_HEADER_BYTES) {
            return new Open(packed, 0, State.WHOLE);
        }
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        long[] length = new long[1];
        budget.inflate(packed.slice(ZLIB_HEADER_BYTES, packed.limit() - ZLIB_HEADER_BYTES), true, (chunk, bytes) -> {
            length[0] += bytes;
            if (open.size() < MOST_BYTES) {
                open.write(chunk, 0, bytes);
            }
        });
        return new Open(
                ByteBuffer.wrap(open.toByteArray()),
                length[0],
                length[0] > open.size() || budget.isSpent() ? State.MEASURED : State.WHOLE);
    }
}
