/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.catalogue;

import java.util.List;

/** Why a model was not pinned. Nothing of it is offered then; what had come of its files is gone on with the next time. */
public final class PinFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What went wrong; the words for it stand in the bundles of the command. */
    public enum Kind {
        /** Values: file, what the hub answered. */
        NOT_OFFERED,
        /** Values: file, what broke. */
        UNREACHABLE,
        /** Values: file. It had another hash than is publicly known, and was removed. */
        OTHER_HASH,
        /** Values: model. Its files come from different commits. */
        CHANGED_MEANWHILE,
        /** Values: file, gigabytes allowed. */
        TOO_LARGE,
        /** Values: megabytes needed, megabytes free. */
        NO_ROOM,
        /** Another program pins in this folder. */
        BUSY
    }

    private final Kind kind;
    private final transient List<Object> values;

    PinFailure(Kind kind, Object... values) {
        super(kind + " " + List.of(values));
        this.kind = kind;
        this.values = List.of(values);
    }

    public Kind kind() {
        return kind;
    }

    public Object[] values() {
        return values.toArray();
    }
}
