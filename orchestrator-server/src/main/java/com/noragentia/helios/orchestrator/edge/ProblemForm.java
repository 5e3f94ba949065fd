/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.edge;

import com.noragentia.helios.protocol.api.Problem;
import io.javalin.http.Context;

/** How problems are written where others than our own clients ask. {@code Retry-After} is set already. */
public interface ProblemForm {

    /** Whether whoever asks at this path expects this form. */
    boolean isUsedAt(String path);

    /** Writes status and body. */
    void write(Context ctx, Problem problem);
}
