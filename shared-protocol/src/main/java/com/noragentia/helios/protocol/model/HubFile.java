/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol.model;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in a repository of a model hub, wherever that hub is: in manifests {@code hub:/owner/name/revision/path}.
 *
 * @param repository owner and name, with a slash between
 * @param revision a commit, or a branch such as {@code main}, which is not pinned
 * @param path within the repository, with slashes; no part of it begins with a dot
 */
public record HubFile(String repository, String revision, String path) {

    public static final String SCHEME = "hub";

    private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";
    private static final Pattern REPOSITORY = Pattern.compile(WORD + "/" + WORD);
    private static final Pattern PATH = Pattern.compile(WORD + "(?:/" + WORD + "){0,7}");
    private static final Pattern WHOLE =
            Pattern.compile("/(" + WORD + "/" + WORD + ")/(" + WORD + ")/(" + PATH.pattern() + ")");

    public HubFile {
        if (!REPOSITORY.matcher(repository).matches()
                || !revision.matches(WORD)
                || !PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "not a file of a model hub: " + repository + " " + revision + " " + path);
        }
    }

    /** The file that an address of a manifest means; empty for addresses of other kinds. */
    public static Optional<HubFile> of(URI address) {
        String path = address.getPath();
        if (!SCHEME.equals(address.getScheme()) || path == null) {
            return Optional.empty();
        }
        Matcher parts = WHOLE.matcher(path);
        return parts.matches()
                ? Optional.of(new HubFile(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** As manifests write it. */
    public URI address() {
        return URI.create(SCHEME + ":/" + repository + "/" + revision + "/" + path);
    }

    /** Where a hub serves it; {@code hub} may end with a slash or not. */
    public URI at(URI hub) {
        String base = hub.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + repository + "/resolve/" + revision + "/" + path);
    }

    /** The same file at a commit. */
    public HubFile at(String commit) {
        return new HubFile(repository, commit, path);
    }

    /** Its name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
