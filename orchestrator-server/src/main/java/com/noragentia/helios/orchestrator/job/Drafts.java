/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.job;

import com.noragentia.helios.orchestrator.dispatch.NewTask;
import com.noragentia.helios.orchestrator.ledger.Metering;
import com.noragentia.helios.orchestrator.ledger.Outlay;
import com.noragentia.helios.protocol.extent.FileExtent;
import com.noragentia.helios.protocol.ledger.Asked;
import com.noragentia.helios.protocol.task.Attachment;
import com.noragentia.helios.protocol.task.TaskInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs as they would be taken in: planned into tasks, each with what it comes to. Nothing is written yet. Pure but for the prices of the moment. */
final class Drafts {

    private final Charges charges;
    private final ReducingModel reducing;

    Drafts(Charges charges, ReducingModel reducing) {
        this.charges = charges;
        this.reducing = reducing;
    }

    /**
     * One of them.
     *
     * @param reducer the model that is to put the parts together; empty where any may
     * @param outlay what all tasks come to
     */
    record Draft(NewJob job, Plan plan, List<NewTask> tasks, Optional<String> reducer, Outlay outlay) {}

    /** @param extents how much there is in each file */
    Draft of(NewJob job, TaskInput input, Map<Attachment, FileExtent> extents) {
        Plan plan = Planner.plan(
                input, file -> extents.getOrDefault(file, FileExtent.LEAST).units(), job.looking());
        List<NewTask> tasks = tasks(job, plan, extents);
        Optional<String> reducer = reducer(plan, job);
        Outlay outlay = charges.outlay(tasks.stream().map(NewTask::terms).toList(), plan, reducer);
        return new Draft(job, plan, tasks, reducer, outlay);
    }

    /** The same about documents by a model that quotes, which reads them for less; empty where another was named, or none quotes. */
    Optional<Draft> quoting(Draft draft, TaskInput input, Map<Attachment, FileExtent> extents) {
        boolean isAboutFiles = switch (input) {
            case TaskInput.Document _ -> true;
            case TaskInput.Chat chat -> !chat.attachments().isEmpty();
            case TaskInput.Image _, TaskInput.Audio _, TaskInput.Embedding _, TaskInput.Combine _ -> false;
        };
        NewJob job = draft.job();
        return Optional.of(job)
                .filter(any -> isAboutFiles && any.model().isEmpty())
                .flatMap(any -> reducing.quoting(any.expert()))
                .map(model -> of(job.answeredBy(model), input, extents));
    }

    private Optional<String> reducer(Plan plan, NewJob job) {
        return switch (plan) {
            case Plan.Single _ -> Optional.empty();
            case Plan.Fanned fanned -> reducing.of(fanned.reduction(), job.expert(), job.model());
        };
    }

    private List<NewTask> tasks(NewJob job, Plan plan, Map<Attachment, FileExtent> extents) {
        return switch (plan) {
            case Plan.Single(TaskInput input) ->
                List.of(task(TaskNames.whole(job.id()), job, input, job.conversation(), job.model(), extents));
            case Plan.Fanned fanned -> {
                List<NewTask> each = new ArrayList<>();
                for (int i = 0; i < fanned.parts(); i++) {
                    each.add(part(
                            TaskNames.part(job.id(), i + 1), job, fanned.each().get(i), extents));
                }
                yield each;
            }
        };
    }

    /** Without its conversation, which would send all of them to one worker. */
    private NewTask part(String id, NewJob job, Plan.Part part, Map<Attachment, FileExtent> extents) {
        TaskInput input = part.input();
        Optional<String> ofJob = input.expert() == job.expert() ? job.model() : Optional.empty();
        return task(id, job, input, Optional.empty(), part.model().or(() -> ofJob), extents);
    }

    private NewTask task(
            String id,
            NewJob job,
            TaskInput input,
            Optional<String> conversation,
            Optional<String> model,
            Map<Attachment, FileExtent> extents) {
        Asked asked = Metering.asked(input, file -> PartUnits.of(input, extents.getOrDefault(file, FileExtent.LEAST)));
        return new NewTask(
                id,
                job.id(),
                job.member(),
                input,
                conversation,
                model,
                charges.terms(input.expert(), model, asked),
                charges.expected(input.expert(), model, asked),
                false);
    }
}
