/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import com.noragentia.helios.desktop.network.UploadCandidate;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Expert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which expert a question goes to: the one the line names, else the one that reads its files, else the chat. */
final class ExpertChoice {

    private ExpertChoice() {}

    static Expert of(List<UploadCandidate> files, Optional<Expert> wish, boolean summary) {
        Set<Expert> readers = files.stream().map(file -> file.type().expert()).collect(Collectors.toSet());
        if (readers.size() > 1) {
            throw refusal("mixed-files");
        }
        Expert usual = readers.stream().findFirst().orElse(summary ? Expert.DOCUMENT : Expert.CHAT);
        Expert expert = wish.orElse(usual);
        if (expert == Expert.EMBEDDING) {
            throw refusal("expert-gives-no-words");
        }
        if (summary && expert != Expert.DOCUMENT && expert != Expert.AUDIO) {
            throw refusal("summary-of-documents");
        }
        if (files.isEmpty() && expert != Expert.CHAT) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "this expert reads files");
        }
        boolean chatAboutDocuments = expert == Expert.CHAT && usual == Expert.DOCUMENT;
        if (expert != usual && !chatAboutDocuments) {
            throw refusal("expert-reads-others");
        }
        return expert;
    }

    private static ProblemException refusal(String reason) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, reason, Map.of("reason", reason));
    }
}
