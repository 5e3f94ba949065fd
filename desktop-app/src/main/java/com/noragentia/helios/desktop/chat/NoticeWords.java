/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.chat;

import com.noragentia.helios.desktop.chat.attachment.Refusal;
import com.noragentia.helios.desktop.chat.conversation.Notice;
import com.noragentia.helios.language.Phrases;
import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.task.FileType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says what the composer has to tell before anything is sent. */
final class NoticeWords {

    private NoticeWords() {}

    static String say(Notice notice, Phrases phrases) {
        return switch (notice) {
            case Notice.FileRefused refused -> refusal(refused.refusal(), phrases);
            case Notice.QuestionTooLong tooLong ->
                phrases.say("notice.question-too-long", tooLong.characters(), Limit.QUESTION_CHARACTERS.value());
            case Notice.OneWaitsAlready waits -> phrases.say("notice.one-waits-already");
        };
    }

    private static String refusal(Refusal refusal, Phrases phrases) {
        String key =
                "refusal." + refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return phrases.say(key, refusal.file(), limitOf(refusal.reason(), phrases));
    }

    private static Object limitOf(Refusal.Reason reason, Phrases phrases) {
        return switch (reason) {
            case TOO_LARGE -> size(Limit.ATTACHMENT_BYTES.value(), phrases);
            case TOO_MANY -> Limit.ATTACHMENTS_PER_JOB.value();
            case NAME_TOO_LONG -> Limit.FILE_NAME_CHARACTERS.value();
            case PICTURE_TOO_LARGE -> Limit.IMAGE_SIDE_PIXELS.value();
            case TYPE_UNSUPPORTED -> acceptedTypes();
            case TYPE_MISMATCH, EMPTY, MIXED, NOT_A_FILE, UNREADABLE -> "";
        };
    }

    /** Every accepted extension, the usual one of each type, as people write them. */
    static String acceptedTypes() {
        return Arrays.stream(FileType.values())
                .filter(FileType::isChosen)
                .map(type -> type.extensions().getFirst().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** A size in bytes as people read it; units of 1024, like the limits. */
    static String size(long bytes, Phrases phrases) {
        double kilobytes = bytes / 1024.0;
        if (bytes < 1024) {
            return phrases.say("size.bytes", bytes);
        }
        return kilobytes < 1024
                ? phrases.say("size.kilobytes", kilobytes)
                : phrases.say("size.megabytes", kilobytes / 1024);
    }
}
