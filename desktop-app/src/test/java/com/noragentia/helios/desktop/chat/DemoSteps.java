/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.protocol.task.Language;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import javafx.util.Duration;

/** What the member of the screenshots does, one thing after the other. */
final class DemoSteps {

    private static final Duration PAUSE = Duration.millis(400);

    private DemoSteps() {}

    static List<Runnable> of(String scene, ChatScene chat, Path file, Language language) {
        Runnable attach = () -> chat.draft().offer(List.of(file));
        Runnable askFile = () -> ask(chat, DemoConversation.documentQuestion(language), language);
        Runnable askMore = () -> ask(chat, DemoConversation.followUp(language), language);
        Runnable slow = () -> ask(chat, "Helios?", language);
        Runnable broken = () -> ask(chat, "A question nobody at all is able to answer now", language);
        Runnable unsupported = () -> chat.draft().offer(List.of(file, file.resolveSibling("program.exe")));
        return switch (scene) {
            case "waiting" -> List.of(broken, slow, unsupported);
            case "why" -> List.of(() -> ask(chat, "Helios??", language));
            case "chats" -> List.of(askMore, () -> {}, () -> {}, () -> press(chat, KeyCode.R, false));
            case "search" -> List.of(() -> press(chat, KeyCode.K, false), () -> search(chat, language));
            case "cut-off" -> List.of(() -> {}, () -> openFirst(chat));
            case "edit" -> List.of(askMore, () -> {}, () -> type(chat, KeyCode.UP));
            case "temporary" -> List.of(() -> press(chat, KeyCode.N, true), askMore);
            case "find" -> List.of(askMore, () -> {}, () -> press(chat, KeyCode.F, false), () -> find(chat, language));
            case "next" ->
                List.of(askMore, () -> {}, slow, () -> ask(chat, DemoConversation.followUp(language), language));
            case "settings" -> List.of(() -> press(chat, KeyCode.COMMA, false));
            case "hours" -> List.of(() -> press(chat, KeyCode.COMMA, false), () -> {}, () -> showHours(language));
            case "keys" -> List.of(() -> type(chat, KeyCode.F1));
            case "markdown" -> List.of(askMore);
            default -> List.of(attach, askFile);
        };
    }

    /** Takes a step, lets it be seen, and takes the next. */
    static void play(List<Runnable> steps) {
        Deque<Runnable> left = new ArrayDeque<>(steps);
        Timeline timeline = new Timeline(new KeyFrame(PAUSE, event -> {
            if (!left.isEmpty()) {
                left.removeFirst().run();
            }
        }));
        timeline.setCycleCount(steps.size());
        timeline.play();
    }

    private static void type(ChatScene chat, KeyCode code) {
        fire(chat, code, false, false);
    }

    private static void press(ChatScene chat, KeyCode code, boolean withShift) {
        fire(chat, code, withShift, true);
    }

    private static void fire(ChatScene chat, KeyCode code, boolean shift, boolean control) {
        Node owner = chat.scene().getFocusOwner();
        Event.fireEvent(owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private static void search(ChatScene chat, Language language) {
        ((TextField) chat.scene().lookup("#chat-search")).setText(language == Language.ES ? "levadura" : "yeast");
    }

    private static void find(ChatScene chat, Language language) {
        ((TextField) chat.scene().lookup("#find")).setText(language == Language.ES ? "tomate" : "tomato");
    }

    private static void showHours(Language language) {
        Scene settings = Window.getWindows().getLast().getScene();
        ((TextField) settings.lookup("#settings-search")).setText(language == Language.ES ? "hora" : "hour");
        ((Button) settings.lookup("#hours-outside-work")).fire();
    }

    /** The newest one that is neither pinned nor in a folder: the first of today. */
    private static void openFirst(ChatScene chat) {
        ListView<?> list = (ListView<?>) chat.scene().lookup("#chats");
        list.getSelectionModel().clearAndSelect(5);
        list.requestFocus();
        type(chat, KeyCode.ENTER);
    }

    private static void ask(ChatScene chat, String question, Language language) {
        chat.draft().text().set(question);
        chat.draft().send(language);
    }
}
