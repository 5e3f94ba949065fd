/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.task.Language;
import com.noragentia.helios.protocol.task.Seen;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.Source;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.protocol.task.TaskInput.Unseen;
import com.noragentia.helios.protocol.task.TaskOutput;
import com.noragentia.helios.protocol.task.TextLine;
import com.noragentia.helios.protocol.task.Usage;
import com.noragentia.helios.worker.expert.Answer;
import com.noragentia.helios.worker.expert.AnswerStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said of pictures that were looked at: what each shows, the things in it and the text, with the model that says so; and of what nobody could
 * look for, which model to install. Not thread-safe.
 */
final class LookAnswer {

    private final Phrases phrases;
    private final ThingNames names;
    private final AnswerStream stream;
    private final StringBuilder text = new StringBuilder();
    private final List<Source> sources = new ArrayList<>();
    private int pieces;

    LookAnswer(Language language, AnswerStream stream) {
        this.phrases = Phrases.beside(LookAnswer.class, "look", language);
        this.names = new ThingNames(language);
        this.stream = stream;
    }

    Answer of(TaskInput.Combine task, TaskInput.Look look) {
        List<LookedAt> pictures = LookedAt.of(task.parts(), look.sights());
        for (LookedAt picture : pictures) {
            if (pictures.size() > 1) {
                say(phrases.say("heading", picture.file()));
            }
            for (Sight sight : look.sights()) {
                tell(sight, picture);
            }
            picture.lines().ifPresent(lines -> read(lines, picture.reader(), look.unseen()));
        }
        List<TextLine> lines = pictures.stream()
                .flatMap(picture -> picture.lines().stream().flatMap(List::stream))
                .toList();
        List<Seen> seen =
                pictures.stream().flatMap(picture -> picture.seen().stream()).toList();
        remark(seen, look.unseen());
        return new Answer(
                new TaskOutput.Image(text.toString(), List.copyOf(sources), lines, seen),
                new Usage(0, pieces, 0, 0, 0));
    }

    private void tell(Sight sight, LookedAt picture) {
        if (sight != Sight.TEXT) { // stands in the lines
            picture.seen(sight).ifPresentOrElse(this::tell, () -> say(phrases.say(key("missed", sight))));
        }
    }

    private void tell(Seen seen) {
        switch (seen.sight()) {
            case DESCRIPTION -> {
                String words = Objects.requireNonNullElse(seen.description(), "");
                say(
                        words.isEmpty()
                                ? phrases.say("description.none", seen.model())
                                : phrases.say("description." + language(seen), words, seen.model()));
            }
            case OBJECTS ->
                say(
                        seen.objects().isEmpty()
                                ? phrases.say("things.none", seen.model())
                                : phrases.say("things", names.counted(seen.objects()), seen.model()));
            case TEXT -> throw new IllegalArgumentException("text is not seen, but read");
        }
    }

    private static String language(Seen seen) {
        return seen.language() == null ? "unknown" : seen.language().name().toLowerCase(Locale.ROOT);
    }

    private void read(List<TextLine> lines, Optional<String> reader, List<Unseen> unseen) {
        if (lines.isEmpty()) {
            boolean isMissed = unseen.stream().anyMatch(LookAnswer::isMissedText);
            say(phrases.say(isMissed ? key("missed", Sight.TEXT) : "text.none"));
            return;
        }
        say(reader.map(model -> phrases.say("text", model)).orElseGet(() -> phrases.say("text.unnamed")));
        for (TextLine line : lines) {
            say(line.text());
            sources.add(new Source(line.file(), null, null, line.text()));
        }
    }

    private void remark(List<Seen> seen, List<Unseen> unseen) {
        List<String> remarks = new ArrayList<>();
        if (seen.stream().anyMatch(Seen::demonstration)) {
            remarks.add(phrases.say("by.demonstration"));
        }
        unseen.stream()
                .filter(one -> one.sight() != Sight.TEXT || isMissedText(one))
                .map(one -> phrases.say(key(absence(one), one.sight())))
                .forEach(remarks::add);
        String demonstrations = unseen.stream()
                .map(Unseen::demonstration)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(","));
        if (!demonstrations.isEmpty()) {
            remarks.add(phrases.say("demonstrations", demonstrations));
        }
        if (!remarks.isEmpty()) {
            say("");
            remarks.forEach(this::say);
        }
    }

    private static boolean isMissedText(Unseen unseen) {
        return unseen.sight() == Sight.TEXT && unseen.why() == TaskInput.Absence.FAILED;
    }

    private static String absence(Unseen unseen) {
        return switch (unseen.why()) {
            case null -> unseen.installed() ? "away" : "unseen";
            case AWAY -> "away";
            case OWN_ONLY -> "own-only";
            case FAILED -> "failed";
        };
    }

    private static String key(String of, Sight sight) {
        return of + "." + sight.name().toLowerCase(Locale.ROOT);
    }

    private void say(String line) {
        String piece = text.isEmpty() ? line : "\n" + line;
        if (!piece.isEmpty()) {
            text.append(piece);
            stream.piece(piece);
            pieces++;
        }
    }
}
