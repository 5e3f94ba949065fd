/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.runtime;

/** Where a tensor's data lies, as its entries say: in which file, from which byte on, how many. For one thread. */
final class ExternalData {

    private String location = "";
    private String offset = "0";
    private String length = "";
    private boolean said;

    void say(String key, String value) {
        said = true;
        switch (key) {
            case "location" -> location = value;
            case "offset" -> offset = value;
            case "length" -> length = value;
            default -> {} // a checksum, which the manifest makes needless, or what GraphRules lets ONNX Runtime write
            // for itself
        }
    }

    boolean isSaid() {
        return said;
    }

    String location() {
        return location;
    }

    long offset() throws MalformedModelException {
        return number(offset);
    }

    /** @param whole what it is where nothing is said */
    long length(long whole) throws MalformedModelException {
        return length.isEmpty() ? whole : number(length);
    }

    private static long number(String text) throws MalformedModelException {
        if (!text.matches("[0-9]{1,18}")) {
            throw new MalformedModelException("external data at no number of bytes");
        }
        return Long.parseLong(text);
    }
}
