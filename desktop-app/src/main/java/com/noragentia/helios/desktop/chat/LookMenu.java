/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.ui.Appearance;
import com.noragentia.helios.desktop.ui.Choices;
import com.noragentia.helios.desktop.ui.Icon;
import com.noragentia.helios.desktop.ui.Look;
import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.desktop.ui.Zoom;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Colours, width of text and size of everything. */
final class LookMenu extends MenuButton {

    private final Words words;
    private final Look look;
    private final ToggleGroup appearances = new ToggleGroup();

    LookMenu(Words words, Look look) {
        super("", new Icon(Feather.SUN));
        this.words = words;
        this.look = look;
        setId("appearance");
        getStyleClass().addAll("flat", "icon-button", "look-menu");
        accessibleTextProperty().bind(words.live("look"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(words.live("look"));
        setTooltip(tooltip);
        for (Appearance appearance : Appearance.values()) {
            getItems().add(appearanceItem(appearance));
        }
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        wideItem(),
                        new SeparatorMenuItem(),
                        zoomItem("larger", Zoom::larger),
                        zoomItem("smaller", Zoom::smaller),
                        zoomItem("normal", zoom -> Zoom.NORMAL));
    }

    private RadioMenuItem appearanceItem(Appearance appearance) {
        RadioMenuItem item = named(
                new RadioMenuItem(), appearance.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        item.setToggleGroup(appearances);
        item.setOnAction(event -> look.choose(choices -> choices.with(appearance)));
        look.choices().map(Choices::appearance).subscribe(now -> item.setSelected(now == appearance));
        return item;
    }

    private CheckMenuItem wideItem() {
        CheckMenuItem item = named(new CheckMenuItem(), "wide");
        item.setOnAction(event -> look.choose(choices -> choices.withWide(item.isSelected())));
        look.choices().map(Choices::isWide).subscribe(item::setSelected);
        return item;
    }

    private MenuItem zoomItem(String name, UnaryOperator<Zoom> change) {
        MenuItem item = named(new MenuItem(), name);
        item.setOnAction(event -> look.choose(choices -> choices.with(change.apply(choices.zoom()))));
        return item;
    }

    private <T extends MenuItem> T named(T item, String name) {
        item.setId("look-" + name);
        item.textProperty().bind(words.live("look." + name));
        return item;
    }
}
