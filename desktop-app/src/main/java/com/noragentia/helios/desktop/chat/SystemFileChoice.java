/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.list.FileChoice;
import com.noragentia.helios.desktop.ui.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for files. */
record SystemFileChoice(Words words, Node window) implements FileChoice {

    @Override
    public Optional<Path> save(String title, String extension) {
        FileChooser chooser = chooser(extension);
        chooser.setInitialFileName(title.replaceAll("[^\\p{L}\\p{N}]+", "-") + "." + extension);
        return path(chooser.showSaveDialog(window.getScene().getWindow()));
    }

    @Override
    public Optional<Path> open(String extension) {
        return path(chooser(extension).showOpenDialog(window.getScene().getWindow()));
    }

    private FileChooser chooser(String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("list"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
