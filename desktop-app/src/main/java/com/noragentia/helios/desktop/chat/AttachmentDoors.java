/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.attachment.Pixels;
import com.noragentia.helios.desktop.chat.attachment.Refusal;
import com.noragentia.helios.desktop.chat.conversation.Draft;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.FileType;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;

/** The three doors for files - chooser, drag-and-drop, paste - which all lead to the draft's one intake. */
final class AttachmentDoors {

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Draft draft;
    private final Words words;
    private final Node window;

    /** @param window over all of which files may be dropped */
    AttachmentDoors(Draft draft, Words words, Node window) {
        this.draft = draft;
        this.words = words;
        this.window = window;
    }

    /** Lets the member choose files in the system's dialog. */
    void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.say("chooser.title"));
        List<String> patterns = Arrays.stream(FileType.values())
                .filter(FileType::isChosen)
                .flatMap(type -> type.extensions().stream())
                .flatMap(extension -> List.of("*." + extension, "*." + extension.toUpperCase(Locale.ROOT)).stream())
                .toList();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(words.say("chooser.types"), patterns));
        List<File> chosen = chooser.showOpenMultipleDialog(window.getScene().getWindow());
        if (chosen != null) {
            offer(chosen);
        }
    }

    void acceptDrops() {
        window.setOnDragOver(this::draggedOver);
        window.setOnDragExited(event -> window.getStyleClass().remove("dropping"));
        window.setOnDragDropped(this::dropped);
    }

    private void draggedOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!window.getStyleClass().contains("dropping")) {
                window.getStyleClass().add("dropping");
            }
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            offer(event.getDragboard().getFiles());
            event.setDropCompleted(true);
            event.consume();
        }
        window.getStyleClass().remove("dropping");
    }

    /** Files and pictures on the clipboard become attachments; text is pasted as ever. */
    void acceptPastesInto(TextArea text) {
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event) && paste(Clipboard.getSystemClipboard())) {
                event.consume();
            }
        });
    }

    private boolean paste(Clipboard clipboard) {
        if (clipboard.hasFiles()) {
            offer(clipboard.getFiles());
            return true;
        }
        Image image = clipboard.hasString() ? null : clipboard.getImage();
        if (image == null) {
            return false;
        }
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (PastedPictures.fits(width, height)) {
            int[] argb = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            draft.offer(new Pixels(width, height, argb));
        } else {
            draft.refuse(Refusal.Reason.PICTURE_TOO_LARGE, "");
        }
        return true;
    }

    private void offer(List<File> files) {
        draft.offer(files.stream().map(File::toPath).toList());
    }
}
