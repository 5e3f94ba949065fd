/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.noragentia.helios.desktop.chat.attachment.PastedPictures;
import com.noragentia.helios.desktop.chat.conversation.ChatShelf;
import com.noragentia.helios.desktop.chat.conversation.ChatThreads;
import com.noragentia.helios.desktop.chat.settings.WorkerSettings;
import com.noragentia.helios.desktop.supervisor.WorkerWatch;
import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.MemoryChoiceStore;
import com.noragentia.helios.installation.DataFolder;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.worker.policy.PolicyFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A chat window on a {@link ReplayingNetwork}, and a robot in front of it. */
final class ChatFixture implements AutoCloseable {

    final ReplayingNetwork network = ReplayingNetwork.silent();
    final WorkerWatch worker = new WorkerWatch();
    final FxRobot robot = new QuickTypist();
    final MemoryChoiceStore store = new MemoryChoiceStore(Choices.FIRST);
    /** What is kept of the settings. */
    final PolicyFiles policy;

    final ChatScene chat;
    private final ChatShelf shelf;
    private final ChatThreads threads = ChatThreads.around(Platform::runLater);
    private final Stage stage;

    /** @param folder where it keeps its chats */
    ChatFixture(Path folder) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        policy = new PolicyFiles(new DataFolder(folder));
        shelf = new ChatShelf(folder, threads, Clock.systemUTC()); // tells its state on the thread of the toolkit
        Platform.setImplicitExit(false);
        stage = FxToolkit.registerStage(Stage::new);
        Look look = onUi(() -> new Look(store.load(), store, threads.background()));
        chat = onUi(() -> new ChatScene(
                network,
                worker,
                Language.EN,
                (problem, language) -> language + ": " + problem.detail(),
                look,
                threads,
                shelf,
                Clock.systemUTC(),
                new PastedPictures(),
                new WorkerSettings(policy, threads.ui(), threads.background())));
        doOnUi(() -> {
            stage.setScene(chat.scene());
            stage.show();
            chat.focusComposer();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    <T> T onUi(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    void doOnUi(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    }

    void awaitRequests(int count) {
        await().until(() -> network.requests().size() == count);
    }

    void awaitText(String part) {
        await().untilAsserted(() -> assertThat(visibleTexts()).anyMatch(text -> text.contains(part)));
    }

    Node node(String query) {
        return Objects.requireNonNull(chat.scene().lookup(query), query);
    }

    TextArea question() {
        return (TextArea) node("#question");
    }

    /** Every text on the screen, with those that screen readers and prompts give. */
    List<String> visibleTexts() {
        return onUi(() -> {
            List<String> texts = new ArrayList<>();
            collect(chat.scene().getRoot(), texts);
            return texts.stream().filter(text -> !text.isBlank()).toList();
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible() || node instanceof FontIcon) {
            return;
        }
        if (node.getAccessibleText() != null) {
            texts.add(node.getAccessibleText());
        }
        if (node instanceof TextInputControl input) {
            texts.add(input.getPromptText());
        }
        if (node instanceof Labeled labeled) {
            texts.add(labeled.getText() == null ? "" : labeled.getText());
            if (labeled.getTooltip() != null) {
                texts.add(labeled.getTooltip().getText());
            }
        } else if (node instanceof Text text) {
            texts.add(text.getText());
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    @Override
    public void close() {
        doOnUi(() -> {
            chat.close();
            stage.hide();
        });
        shelf.close();
        threads.close();
    }
}
