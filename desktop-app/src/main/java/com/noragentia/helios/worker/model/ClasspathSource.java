/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;

/** Files that come inside the program: {@code classpath:/folder/name}. */
public final class ClasspathSource implements ModelSource {

    private static final String SCHEME = "classpath";

    private final ClassLoader classLoader;

    public ClasspathSource(ClassLoader classLoader) {
        this.classLoader = classLoader;
    }

    @Override
    public boolean serves(URI address) {
        return SCHEME.equals(address.getScheme());
    }

    @Override
    public Delivery open(URI address, Begun begun) throws IOException {
        String path = address.getPath();
        if (path == null
                || !path.startsWith("/")
                || !address.normalize().getPath().equals(path)) {
            throw new IOException("not an address on the class path: " + address);
        }
        InputStream content = classLoader.getResourceAsStream(path.substring(1));
        if (content == null) {
            throw new NoSuchFileException(address.toString());
        }
        return Delivery.whole(content);
    }
}
