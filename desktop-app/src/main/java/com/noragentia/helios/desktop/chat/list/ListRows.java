/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat.list;

import com.noragentia.helios.desktop.history.ChatEntry;
import com.noragentia.helios.desktop.history.ChatFolder;
import com.noragentia.helios.desktop.history.DayGroup;
import com.noragentia.helios.desktop.history.Finding;
import com.noragentia.helios.language.Phrases;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the list is made of what is kept: pinned chats, folders by name, then days. Pure. */
record ListRows(Phrases phrases, Instant now, ZoneId zone) {

    /** @param chats the last changed first */
    List<ListRow> of(List<ChatEntry> chats, List<ChatFolder> folders) {
        Map<Long, String> names = new HashMap<>();
        folders.forEach(folder -> names.put(folder.id(), folder.name()));
        Map<String, List<ListRow>> pinned = new LinkedHashMap<>();
        Map<String, List<ListRow>> inFolders = new LinkedHashMap<>();
        folders.forEach(folder -> inFolders.put(folder.name(), new ArrayList<>()));
        Map<String, List<ListRow>> byDay = new LinkedHashMap<>();
        for (ChatEntry chat : chats) {
            String folder = chat.folder().isPresent() ? names.get(chat.folder().getAsLong()) : null;
            DayGroup group = DayGroup.of(chat, now, zone);
            Map<String, List<ListRow>> part =
                    group instanceof DayGroup.Pinned ? pinned : folder == null ? byDay : inFolders;
            String heading = folder == null || group instanceof DayGroup.Pinned ? heading(group) : folder;
            part.computeIfAbsent(heading, any -> new ArrayList<>()).add(new ListRow.Item(chat, Optional.empty()));
        }
        List<ListRow> rows = new ArrayList<>();
        List.of(pinned, inFolders, byDay)
                .forEach(part -> part.forEach((heading, items) -> {
                    rows.add(new ListRow.Heading(heading));
                    rows.addAll(items);
                }));
        return rows;
    }

    /** What a search found. */
    List<ListRow> found(List<Finding> findings) {
        return findings.stream()
                .<ListRow>map(finding ->
                        new ListRow.Item(finding.chat(), finding.place().map(Finding.Place::excerpt)))
                .toList();
    }

    private String heading(DayGroup group) {
        return switch (group) {
            case DayGroup.Pinned pinned -> phrases.say("list.pinned");
            case DayGroup.Today today -> phrases.say("list.today");
            case DayGroup.Yesterday yesterday -> phrases.say("list.yesterday");
            case DayGroup.ThisWeek week -> phrases.say("list.week");
            case DayGroup.ThisMonth month -> phrases.say("list.month");
            case DayGroup.Month(YearMonth month) -> capital(month.format(format()));
        };
    }

    private DateTimeFormatter format() {
        return DateTimeFormatter.ofPattern("LLLL yyyy", phrases.language().locale());
    }

    /** Months have small letters in Spanish, headings have not. */
    private String capital(String text) {
        Locale locale = phrases.language().locale();
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}
