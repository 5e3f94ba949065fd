/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.HeliosIcon;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The window with the settings: made when it is first opened, and the same one afterwards. Esc closes it. UI thread only. */
public final class SettingsWindow implements AutoCloseable {

    private static final double WIDTH_PIXELS = 720;
    private static final double HEIGHT_PIXELS = 680;
    private static final double MIN_PIXELS = 420;

    private final Words words;
    private final Look look;
    private final WorkerSettings settings;
    private final Executor ui;
    private final Executor background;
    private @Nullable Stage stage;
    private @Nullable SettingsPane pane;

    /** @param background runs what blocks */
    public SettingsWindow(Words words, Look look, WorkerSettings settings, Executor ui, Executor background) {
        this.words = words;
        this.look = look;
        this.settings = settings;
        this.ui = ui;
        this.background = background;
    }

    /** Opens it, or brings it to the front. */
    public void open(@Nullable Window owner) {
        settings.load();
        Stage shown = stage;
        SettingsPane inside = pane;
        if (shown == null || inside == null) {
            inside = new SettingsPane(words, look, settings, ui, background);
            shown = stage(owner, inside);
            stage = shown;
            pane = inside;
        }
        shown.show();
        shown.toFront();
        inside.focusSearch();
    }

    private Stage stage(@Nullable Window owner, SettingsPane inside) {
        Scene scene = new Scene(inside, WIDTH_PIXELS, HEIGHT_PIXELS);
        look.dress(scene);
        scene.getStylesheets()
                .add(Objects.requireNonNull(SettingsWindow.class.getResource("settings.css"))
                        .toExternalForm());
        Stage made = new Stage();
        made.initOwner(owner);
        made.titleProperty().bind(words.live("settings"));
        made.getIcons().addAll(HeliosIcon.forWindows());
        made.setMinWidth(MIN_PIXELS);
        made.setMinHeight(MIN_PIXELS);
        made.setScene(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                made.hide();
            }
        });
        return made;
    }

    @Override
    public void close() {
        if (stage != null) {
            stage.hide();
        }
    }
}
