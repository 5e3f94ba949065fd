/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.member;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;

/** Names that people give to devices and tokens. */
final class Labels {

    private Labels() {}

    /** @throws ProblemException unless it has 1 to {@link Limit#LABEL_CHARACTERS} printable characters */
    static String checked(String label) {
        if (label.isBlank()
                || Limit.LABEL_CHARACTERS.isPassedBy(label.length())
                || label.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.REQUEST_INVALID,
                    "a name has 1 to " + Limit.LABEL_CHARACTERS.value() + " printable characters");
        }
        return label;
    }
}
