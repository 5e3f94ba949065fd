/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** What closing the window means: with an icon in the tray it is hidden, and without one Helios ends. UI thread only. */
final class TrayDoor {

    private static final long LOOK_SECONDS = 2;

    private final Stage stage;
    private final Words words;
    private final Look look;
    private final Runnable ended;
    private final Future<?> looking;
    private @Nullable TrayPresenter presenter;
    private boolean isOver;

    /** @param ended called once, when Helios is to end */
    TrayDoor(Stage stage, Words words, Look look, ChatThreads threads, Runnable ended) {
        this.stage = stage;
        this.words = words;
        this.look = look;
        this.ended = ended;
        stage.setOnCloseRequest(this::closeRequested);
        looking = threads.timer()
                .scheduleWithFixedDelay(
                        () -> threads.ui().execute(this::comeBack), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** From now on there is an icon. */
    void lead(TrayPresenter found) {
        presenter = found;
        if (isOver) {
            found.close();
        }
    }

    private boolean isTrayThere() {
        return Optional.ofNullable(presenter).filter(TrayPresenter::isThere).isPresent();
    }

    private void closeRequested(WindowEvent event) {
        event.consume();
        if (!isTrayThere()) {
            quit();
        } else if (look.choices().get().trayKnown() || isAgreed()) {
            stage.hide();
        }
    }

    /** Told once: whoever closes a window may think that all is over. */
    private boolean isAgreed() {
        ButtonType stay = new ButtonType(words.say("tray.stay"));
        ButtonType quit = new ButtonType(words.say("tray.quit"));
        Alert alert = new Alert(Alert.AlertType.INFORMATION, words.say("tray.told"), stay, quit);
        alert.setHeaderText(null);
        alert.setTitle(words.say("window.title"));
        alert.initOwner(stage);
        Optional<ButtonType> chosen = alert.showAndWait();
        if (chosen.filter(quit::equals).isPresent()) {
            quit();
            return false;
        }
        boolean isAgreed = chosen.filter(stay::equals).isPresent();
        if (isAgreed) {
            look.choose(choices -> choices.withTrayKnown());
        }
        return isAgreed;
    }

    /** A panel may end while the window is hidden; nobody could open it then. */
    private void comeBack() {
        if (!stage.isShowing() && !isTrayThere()) {
            open();
        }
    }

    void open() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
    }

    void quit() {
        isOver = true;
        looking.cancel(false);
        if (presenter != null) {
            presenter.close();
        }
        stage.hide();
        ended.run();
    }
}
