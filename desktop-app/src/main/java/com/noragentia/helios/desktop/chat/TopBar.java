/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.HeliosIcon;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.protocol.task.Language;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Name of the program, a new chat, the language, the look, the settings. */
final class TopBar extends HBox {

    TopBar(Words words, Look look, Sidebar sidebar, Runnable newChat, Runnable temporary, Runnable settings) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Helios", HeliosIcon.view(64, 26));
        name.getStyleClass().add("top-name");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        sidebar.button(),
                        name,
                        gap,
                        temporaryButton(words, temporary),
                        newChatButton(words, newChat),
                        languages(words),
                        new LookMenu(words, look),
                        settingsButton(words, settings));
    }

    private static Button newChatButton(Words words, Runnable newChat) {
        Button button = new Button("", new Icon(Feather.PLUS));
        button.setId("new-chat");
        button.getStyleClass().add("flat");
        button.textProperty().bind(words.live("top.new-chat"));
        button.setOnAction(event -> newChat.run());
        return button;
    }

    private static IconButton temporaryButton(Words words, Runnable temporary) {
        IconButton button = new IconButton(Feather.EYE_OFF, words.live("top.temporary"), temporary);
        button.setId("temporary-chat");
        return button;
    }

    private static IconButton settingsButton(Words words, Runnable settings) {
        IconButton button = new IconButton(Feather.SETTINGS, words.live("settings.open"), settings);
        button.setId("settings");
        return button;
    }

    private static HBox languages(Words words) {
        HBox box = new HBox();
        box.getStyleClass().add("languages");
        box.setAlignment(Pos.CENTER);
        ToggleGroup group = new ToggleGroup();
        Map<Language, ToggleButton> buttons = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            ToggleButton button = languageButton(language);
            button.setToggleGroup(group);
            buttons.put(language, button);
            box.getChildren().add(button);
        }
        words.language().subscribe(now -> group.selectToggle(buttons.get(now)));
        group.selectedToggleProperty().subscribe(chosen -> {
            // Whoever presses the chosen language again does not want none.
            if (chosen == null) {
                group.selectToggle(buttons.get(words.language().get()));
            } else {
                words.language().set((Language) chosen.getUserData());
            }
        });
        return box;
    }

    private static ToggleButton languageButton(Language language) {
        ToggleButton button = new ToggleButton(language.name());
        button.setId("language-" + language.name().toLowerCase(Locale.ROOT));
        button.setUserData(language);
        // A language is named in itself, for those who read no other.
        button.setAccessibleText(language.locale().getDisplayLanguage(language.locale()));
        return button;
    }
}
