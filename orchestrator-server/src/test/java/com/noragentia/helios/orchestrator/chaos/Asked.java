/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator.chaos;

import com.noragentia.helios.orchestrator.trial.EventReader.Numbered;
import com.noragentia.helios.orchestrator.trial.Member;
import com.noragentia.helios.protocol.api.JobEvent;
import com.noragentia.helios.protocol.task.TaskOutput;
import java.util.List;

/** A job as its member saw it: accepted under a key, and followed to its end over all cuts. */
record Asked(Member member, String key, String question, String job, List<Numbered> events) {

    /** What is wrong with what the member saw; empty if nothing is. */
    String fault() {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).id() != i + 1) {
                return "event " + (i + 1) + " bears number " + events.get(i).id();
            }
        }
        long ends = events.stream().filter(seen -> seen.event().isLast()).count();
        if (ends != 1) {
            return ends + " ends";
        }
        if (!(events.getLast().event() instanceof JobEvent.Done done)) {
            return "it ended as " + events.getLast().event();
        }
        List<JobEvent.Token> tokens = events.stream()
                .map(Numbered::event)
                .filter(JobEvent.Token.class::isInstance)
                .map(JobEvent.Token.class::cast)
                .toList();
        List<String> script = Script.pieces(question);
        if (!tokens.stream().map(JobEvent.Token::text).toList().equals(script)) {
            return "the words came as " + tokens;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).index() != i) {
                return "piece " + i + " bears index " + tokens.get(i).index();
            }
        }
        TaskOutput output = done.result().output();
        return output.text().equals(Script.text(question)) ? "" : "the whole text is " + output.text();
    }
}
