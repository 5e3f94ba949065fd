/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** What a file looked like when it was verified: one that looks otherwise is another. */
record ContentMark(long bytes, FileTime changed, String key) {

    static ContentMark of(Path content) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(content, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new ContentMark(facts.size(), facts.lastModifiedTime(), String.valueOf(facts.fileKey()));
    }
}
