/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Appearance;
import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.IconButton;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.desktop.ui.Zoom;
import com.noragentia.helios.protocol.task.Language;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** What may be chosen about the windows. UI thread only. */
record WindowRows(Words words, Look look) {

    List<SettingRow> all() {
        return List.of(
                row("settings.language", language()),
                row("settings.colours", colours()),
                row("settings.size", size()),
                row("settings.wide", wide()));
    }

    private SettingRow row(String key, Node control) {
        return new SettingRow(key, words, control).withoutReset();
    }

    /** A language is named in itself, for those who read no other. */
    private ComboBox<Language> language() {
        ComboBox<Language> box = choice(List.of(Language.values()), one -> {
            String name = one.locale().getDisplayLanguage(one.locale());
            return name.substring(0, 1).toUpperCase(one.locale()) + name.substring(1);
        });
        box.setId("settings-language-choice");
        box.valueProperty().bindBidirectional(words.language());
        return box;
    }

    private ComboBox<Appearance> colours() {
        ComboBox<Appearance> box = choice(
                List.of(Appearance.values()),
                one -> words.say("look." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        box.setId("settings-colours-choice");
        look.choices().map(Choices::appearance).subscribe(box::setValue);
        box.valueProperty().addListener((value, before, now) -> look.choose(choices -> choices.with(now)));
        return box;
    }

    private <T> ComboBox<T> choice(List<T> all, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(all);
        words.language()
                .subscribe(language -> box.setConverter(new StringConverter<>() {
                    @Override
                    public String toString(T one) {
                        return one == null ? "" : name.apply(one);
                    }

                    @Override
                    public T fromString(String typed) {
                        throw new UnsupportedOperationException("nothing can be typed here");
                    }
                }));
        return box;
    }

    private HBox size() {
        Label percent = new Label();
        percent.getStyleClass().add("setting-size");
        percent.textProperty()
                .bind(words.live(
                        phrases -> phrases.say(
                                "settings.size.value",
                                look.choices().get().zoom().percent()),
                        look.choices()));
        HBox box = new HBox(
                zoom(Feather.MINUS, "smaller", Zoom::smaller), percent, zoom(Feather.PLUS, "larger", Zoom::larger));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private IconButton zoom(Feather icon, String name, UnaryOperator<Zoom> change) {
        return new IconButton(
                icon,
                words.live("look." + name),
                () -> look.choose(choices -> choices.with(change.apply(choices.zoom()))));
    }

    private CheckBox wide() {
        CheckBox box = new CheckBox();
        box.setOnAction(event -> look.choose(choices -> choices.withWide(box.isSelected())));
        look.choices().map(Choices::isWide).subscribe(box::setSelected);
        return box;
    }
}
