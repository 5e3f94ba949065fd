/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The picture of the probe for models that read pictures: a word on white. It comes inside the program. */
public final class ProbePicture {

    public static final String NAME = "probe.png";
    static final String SHA256 = "0ee15d57d42c407744e2679b3b787255deb3035e8cdaa93f97a56ddf16c451cf";
    static final long BYTES = 2_403;

    private ProbePicture() {}

    /** The file, for whoever makes links to files: workers are told to fetch it under its hash. */
    public static byte[] content() {
        try (InputStream file = ProbePicture.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException("the program was built without " + NAME);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
