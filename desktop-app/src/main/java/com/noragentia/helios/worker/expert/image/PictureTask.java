/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.worker.expert.image;

import com.noragentia.helios.protocol.api.Limit;
import com.noragentia.helios.protocol.api.ProblemCode;
import com.noragentia.helios.protocol.api.ProblemException;
import com.noragentia.helios.protocol.task.Sight;
import com.noragentia.helios.protocol.task.TaskInput;
import com.noragentia.helios.worker.expert.ModelFailure;

/** What a task about pictures must be like. Pure. */
final class PictureTask {

    private PictureTask() {}

    /**
     * The task of whoever looks for this.
     *
     * @throws ProblemException if it has no pictures, too many, or is of something else
     * @throws ModelFailure if another model is meant
     */
    static TaskInput.Image of(TaskInput input, Sight sight) throws ModelFailure {
        if (!(input instanceof TaskInput.Image image)) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "the image expert was asked for something else");
        }
        if (image.expert() != sight.expert()) {
            throw ModelFailure.ofTask("a model of " + sight.expert() + " was asked for " + image.expert());
        }
        if (image.attachments().isEmpty()) {
            throw new ProblemException(ProblemCode.ATTACHMENT_MISSING, "no picture to look at");
        }
        if (Limit.ATTACHMENTS_PER_JOB.isPassedBy(image.attachments().size())) {
            throw new ProblemException(Limit.ATTACHMENTS_PER_JOB.problem(), "too many pictures");
        }
        return image;
    }
}
