/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.protocol.task.FileType;
import org.kordamp.ikonli.feather.Feather;

/** A picture for each kind of file. */
final class FileIcons {

    private FileIcons() {}

    static Feather of(FileType type) {
        return switch (type) {
            case PDF, DOCX, TEXT, MARKDOWN, HELIOS_TEXT -> Feather.FILE_TEXT;
            case PNG, JPEG -> Feather.IMAGE;
            case WAV, MP3 -> Feather.MIC;
        };
    }
}
