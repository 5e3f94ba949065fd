/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.openai;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A request that was read: JSON, and the strings that were set aside, for each of which a mark stands in the JSON. Must be closed. Not thread-safe.
 */
final class RequestBody implements AutoCloseable {

    /** A control character, as nobody writes; who does refers to a file of the same request, and so gains nothing. */
    private static final char MARK = '\u0001';

    private final SpoolFolder folder;
    private final byte[] json;
    private final List<Path> files;
    private final long read;

    RequestBody(SpoolFolder folder, byte[] json, List<Path> files, long read) {
        this.folder = folder;
        this.json = json;
        this.files = files;
        this.read = read;
    }

    static String markInJson(int number) {
        return "\\u0001" + number;
    }

    /** How many bytes came. */
    long read() {
        return read;
    }

    Fields fields() {
        return Fields.of(json);
    }

    /** What a string in the JSON stands for, as a file. */
    Encoded content(String text) {
        return setAside(text).<Encoded>map(Encoded.OnDisk::new).orElseGet(() -> new Encoded.InMemory(text));
    }

    /** Whether a string was too long to be words. */
    static boolean isSetAside(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK;
    }

    private Optional<Path> setAside(String text) {
        if (!isSetAside(text)) {
            return Optional.empty();
        }
        String number = text.substring(1);
        boolean isNumber = number.matches("[0-9]{1,2}");
        return Optional.of(isNumber ? Integer.parseInt(number) : files.size())
                .filter(place -> place < files.size())
                .map(files::get);
    }

    @Override
    public void close() {
        folder.discard(files);
    }
}
