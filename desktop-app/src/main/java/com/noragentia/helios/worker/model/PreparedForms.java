/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import com.noragentia.helios.protocol.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What this computer made of model files for its own processor: a folder each, whose name begins with that of the file. All of it can be made
 * again. It takes of the same disk as the models, and goes with them.
 */
public final class PreparedForms {

    private static final int NAME_DIGITS = 24;
    private static final String BETWEEN = "-";

    /** What is being made bears no name of a file, and is removed by whoever makes such things. */
    public static final String INCOMING = "incoming" + BETWEEN;

    private final PrivateFolder folder;

    PreparedForms(PrivateFolder folder) {
        this.folder = folder;
    }

    /** With what the names of all forms of a file begin. */
    public static String prefix(ModelFile file) {
        return prefix(file.sha256());
    }

    private static String prefix(String sha256) {
        return sha256.substring(0, NAME_DIGITS) + BETWEEN;
    }

    Path path() {
        return folder.path();
    }

    /** What all of them take on the disk, also what is being made. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path form : folder.entries()) {
            bytes += bytes(form);
        }
        return bytes;
    }

    /** What those take that are of none of these files. */
    long bytesBeside(Set<String> hashes) throws IOException {
        Set<String> kept = prefixes(hashes);
        long bytes = 0;
        for (Path form : folder.entries()) {
            bytes += mayGo(form, kept) ? bytes(form) : 0;
        }
        return bytes;
    }

    /** Removes those that are of none of these files. */
    void keepOnly(Set<String> hashes) throws IOException {
        Set<String> kept = prefixes(hashes);
        for (Path form : folder.entries()) {
            if (mayGo(form, kept)) {
                remove(form);
            }
        }
    }

    private static Set<String> prefixes(Set<String> hashes) {
        return hashes.stream().map(PreparedForms::prefix).collect(Collectors.toSet());
    }

    private static boolean mayGo(Path form, Set<String> kept) {
        String name = form.getFileName().toString();
        return !name.startsWith(INCOMING) && kept.stream().noneMatch(name::startsWith);
    }

    private static long bytes(Path form) throws IOException {
        try {
            return Files.isDirectory(form, LinkOption.NOFOLLOW_LINKS) ? new PrivateFolder(form).bytes() : 0;
        } catch (NoSuchFileException e) {
            return 0; // moved to its place meanwhile
        }
    }

    private static void remove(Path form) throws IOException {
        if (Files.isDirectory(form, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : new PrivateFolder(form).entries()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(form);
    }
}
