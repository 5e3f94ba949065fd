/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.settings.WorkerSettings;
import com.noragentia.helios.desktop.tray.Tray;
import com.noragentia.helios.desktop.tray.Trays;
import com.noragentia.helios.desktop.ui.Appearance;
import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.HeliosIcon;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.MemoryChoiceStore;
import com.noragentia.helios.desktop.ui.Zoom;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * The window with a conversation to look at, for screenshots: {@code DemoWindow <en|es> <light|dark> <scene>}, where the scene is empty, conversation,
 * markdown, waiting, why, chats, search, find, next, cut-off, edit, temporary, keys, settings, hours or
 * tray. Ends when it is closed.
 */
public final class DemoWindow {

    private DemoWindow() {}

    public static void main(String[] arguments) throws IOException {
        Language language = Language.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Appearance appearance = Appearance.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        Path file = Files.createTempDirectory("helios-demo").resolve(DemoConversation.fileName(language));
        Files.writeString(file, "%PDF-1.7\n".repeat(9000));
        Path data = file.resolveSibling("data");
        DemoChats.write(data, language);
        Platform.startup(() -> {
            boolean empty = arguments[2].equals("empty");
            Choices choices = new Choices(appearance, Zoom.NORMAL, false, true, !empty);
            ChatThreads threads = ChatThreads.around(Platform::runLater);
            Look look = new Look(choices, new MemoryChoiceStore(choices), threads.background());
            ChatScene chat = new ChatScene(
                    new ReplayingNetwork(DemoConversation::answer),
                    DemoWorker.idle(),
                    language,
                    ProblemWords.DETAIL,
                    look,
                    threads,
                    new ChatShelf(data, threads, Clock.systemUTC()),
                    Clock.systemUTC(),
                    new PastedPictures(),
                    new WorkerSettings(new PolicyFiles(new DataFolder(data)), threads.ui(), threads.background()));
            Stage stage = new Stage();
            stage.titleProperty().bind(chat.words().live("window.title"));
            stage.getIcons().addAll(HeliosIcon.forWindows());
            stage.setScene(chat.scene());
            stage.setOnHidden(event -> threads.close());
            stage.show();
            chat.focusComposer();
            if (arguments[2].equals("tray")) {
                threads.background().execute(() -> putInTray(chat, stage, threads));
            }
            List<Runnable> steps = empty ? List.of() : DemoSteps.of(arguments[2], chat, file, language);
            DemoSteps.play(steps);
        });
    }

    private static void putInTray(ChatScene chat, Stage stage, ChatThreads threads) {
        Tray tray = Trays.open(() -> threads.ui().execute(stage::toFront)).orElseThrow();
        TrayPresenter.TrayActions actions =
                new TrayPresenter.TrayActions(stage::toFront, chat::openSettings, stage::close);
        threads.ui()
                .execute(() -> new TrayPresenter(
                        tray, DemoWorker.idle(), chat.words(), threads, Clock.system(ZoneId.systemDefault()), actions));
    }
}
