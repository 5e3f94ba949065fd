/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.settings;

import com.noragentia.helios.desktop.ui.Words;
import com.noragentia.helios.worker.policy.WeekTable;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * Seven days of 24 hours, each to be allowed or not: by a click, by drawing over several, or with the arrows and the space bar. A row's name turns the whole
 * day. UI thread only.
 */
final class WeekGrid extends GridPane {

    private static final PseudoClass ALLOWED = PseudoClass.getPseudoClass("allowed");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");
    private static final int HOURS_BETWEEN_NAMES = 6;

    private final Map<DayOfWeek, List<Region>> cells = new EnumMap<>(DayOfWeek.class);
    private final Words words;
    private final Consumer<WeekTable> changed;
    private WeekTable hours = WeekTable.of("always");
    private DayOfWeek day = DayOfWeek.MONDAY;
    private int hour;
    private boolean isDrawingAllowed;

    /** @param changed hears each change by the person */
    WeekGrid(Words words, Consumer<WeekTable> changed) {
        this.words = words;
        this.changed = changed;
        setId("hours");
        getStyleClass().add("week-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        prepareColumns();
        for (int name = 0; name < WeekTable.HOURS; name += HOURS_BETWEEN_NAMES) {
            add(new Label(Integer.toString(name)), name + 1, 0, HOURS_BETWEEN_NAMES, 1);
        }
        for (DayOfWeek of : DayOfWeek.values()) {
            prepareDay(of);
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        focusedProperty().subscribe(isFocused -> showCursor());
        words.language().subscribe(language -> tellCursor());
        draw();
    }

    private void prepareColumns() {
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().add(names);
        for (int i = 0; i < WeekTable.HOURS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            column.setPercentWidth(90.0 / WeekTable.HOURS);
            getColumnConstraints().add(column);
        }
    }

    private void prepareDay(DayOfWeek of) {
        Label name = new Label();
        name.textProperty()
                .bind(words.live(phrases -> of.getDisplayName(
                        TextStyle.SHORT_STANDALONE, phrases.language().locale())));
        name.getStyleClass().add("week-day");
        name.setOnMouseClicked(event -> turnDay(of));
        add(name, 0, of.getValue());
        List<Region> row = new ArrayList<>();
        cells.put(of, row);
        for (int at = 0; at < WeekTable.HOURS; at++) {
            Region cell = new Region();
            cell.getStyleClass().add("week-hour");
            int cellHour = at;
            cell.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
                requestFocus();
                isDrawingAllowed = !hours.allows(of, cellHour);
                set(of, cellHour, isDrawingAllowed);
            });
            cell.addEventHandler(MouseEvent.DRAG_DETECTED, event -> cell.startFullDrag());
            cell.setOnMouseDragEntered(event -> set(of, cellHour, isDrawingAllowed));
            row.add(cell);
            add(cell, at + 1, of.getValue());
        }
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> moveTo(day, hour - 1);
            case RIGHT -> moveTo(day, hour + 1);
            case UP -> moveTo(day.minus(1), hour);
            case DOWN -> moveTo(day.plus(1), hour);
            case HOME -> moveTo(day, 0);
            case END -> moveTo(day, WeekTable.HOURS - 1);
            case SPACE -> set(day, hour, !hours.allows(day, hour));
            case ENTER -> turnDay(day);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveTo(DayOfWeek nextDay, int nextHour) {
        day = nextDay;
        hour = Math.floorMod(nextHour, WeekTable.HOURS);
        showCursor();
    }

    /** Allows a whole day, or none of it where all of it was. */
    private void turnDay(DayOfWeek of) {
        WeekTable turned = hours;
        boolean isAllowed = false;
        for (int at = 0; at < WeekTable.HOURS; at++) {
            isAllowed |= !hours.allows(of, at);
        }
        for (int at = 0; at < WeekTable.HOURS; at++) {
            turned = turned.with(of, at, isAllowed);
        }
        change(turned);
    }

    private void set(DayOfWeek of, int at, boolean isAllowed) {
        moveTo(of, at);
        change(hours.with(of, at, isAllowed));
    }

    private void change(WeekTable to) {
        if (!to.equals(hours)) {
            show(to);
            changed.accept(to);
        }
    }

    void show(WeekTable table) {
        hours = table;
        draw();
    }

    boolean shows(WeekTable table) {
        return hours.equals(table);
    }

    private void draw() {
        mark(ALLOWED, hours::allows);
        tellCursor();
    }

    private void showCursor() {
        mark(CURSOR, (of, at) -> isFocused() && of == day && at == hour);
        tellCursor();
    }

    private void mark(PseudoClass as, BiPredicate<DayOfWeek, Integer> which) {
        cells.forEach((of, row) -> {
            for (int at = 0; at < row.size(); at++) {
                row.get(at).pseudoClassStateChanged(as, which.test(of, at));
            }
        });
    }

    /** Screen readers hear the hour where the cursor is. */
    private void tellCursor() {
        String name = day.getDisplayName(
                TextStyle.FULL_STANDALONE, words.language().get().locale());
        setAccessibleText(words.say("settings.hours.at", name, hour, hour + 1));
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? hours.allows(day, hour)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
