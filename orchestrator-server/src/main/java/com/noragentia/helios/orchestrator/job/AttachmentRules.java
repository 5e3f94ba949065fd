/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.Expert;
import com.noragentia.helios.protocol.task.FileType;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the files of a question must be like, as far as their names and types tell. Pure. */
final class AttachmentRules {

    private AttachmentRules() {}

    static void check(TaskInput input) {
        List<Attachment> attachments = input.attachments();
        if (Limit.ATTACHMENTS_PER_JOB.isPassedBy(attachments.size())) {
            throw QuestionRules.passed(Limit.ATTACHMENTS_PER_JOB, "too many files");
        }
        if (attachments.isEmpty() && needsFiles(input.expert())) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "this expert needs a file");
        }
        for (Attachment attachment : attachments) {
            checkName(attachment);
            checkType(attachment, input.expert());
        }
    }

    private static boolean needsFiles(Expert expert) {
        return switch (expert) {
            case DOCUMENT, IMAGE, AUDIO, DESCRIPTION, OBJECTS -> true;
            case CHAT, EMBEDDING -> false;
        };
    }

    private static void checkName(Attachment attachment) {
        String name = attachment.name();
        boolean isBare = name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
        if (name.isBlank() || !isBare || Limit.FILE_NAME_CHARACTERS.isPassedBy(name.length())) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a file name is 1 to 255 characters, no folders");
        }
        if (!attachment.blob().matches("[0-9a-f]{64}")) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "a blob is named by 64 hex digits");
        }
    }

    private static void checkType(Attachment attachment, Expert expert) {
        FileType type = attachment.type();
        if (!type.fitsName(attachment.name())) {
            throw ofFile(ProblemCode.FILE_TYPE_MISMATCH, "the type is not what the name promises", attachment, expert);
        }
        boolean fits = type.expert() == (expert == Expert.CHAT ? Expert.DOCUMENT : expert);
        if (!fits) {
            throw ofFile(ProblemCode.FILE_TYPE_UNSUPPORTED, "this expert does not read such files", attachment, expert);
        }
    }

    private static ProblemException ofFile(ProblemCode code, String detail, Attachment attachment, Expert expert) {
        return new ProblemException(
                code,
                detail,
                Map.of("file", attachment.name(), "expert", expert.name().toLowerCase(Locale.ROOT)));
    }
}
