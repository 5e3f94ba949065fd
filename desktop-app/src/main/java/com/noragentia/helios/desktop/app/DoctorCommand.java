/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.desktop.app;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code helios doctor}: tells what is missing, and what to do. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final HeliosMain main;

    DoctorCommand(HeliosMain main) {
        this.main = main;
    }

    @Override
    public Integer call() {
        Surroundings around = main.surroundings();
        List<Finding> findings = Stream.of(
                        new ComputerExamination(around).findings(),
                        new ConfinementExamination(around).findings(),
                        new NetworkExamination(around).findings())
                .flatMap(List::stream)
                .toList();
        findings.forEach(finding -> print(finding, around.terminal().out()));
        boolean healthy = findings.stream().noneMatch(Finding.Missing.class::isInstance);
        around.say(healthy ? "doctor.healthy" : "doctor.ill");
        return (healthy ? ExitCode.OK : ExitCode.REQUEST_PROBLEM).number();
    }

    private static void print(Finding finding, PrintStream out) {
        switch (finding) {
            case Finding.Good good -> out.println("✔ " + good.text());
            case Finding.Optional optional -> {
                out.println("✘ " + optional.text());
                out.println("  " + optional.advice());
            }
            case Finding.Missing missing -> {
                out.println("✘ " + missing.text());
                out.println("  " + missing.advice());
            }
        }
    }
}
