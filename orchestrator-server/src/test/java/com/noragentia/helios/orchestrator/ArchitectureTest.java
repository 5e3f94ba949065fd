/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.orchestrator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules that the compiler does not know. */
class ArchitectureTest {

    private static final String ROOT = "com.noragentia.helios.orchestrator.";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.noragentia.helios");

    /** The table "may call" of the architecture. Package {@code edge} is no slice: what all routes share. */
    @ParameterizedTest
    @CsvSource({
        "store,",
        "edge,",
        "member, store edge",
        "catalogue, store edge",
        "blob, store edge",
        "dispatch, store",
        "ledger, store edge",
        "trust, ledger dispatch store edge",
        "job, blob dispatch ledger member store edge",
        "openai, job edge",
        "worker, dispatch placement edge",
        "placement, catalogue",
    })
    void a_slice_calls_only_those_it_may(String slice, @Nullable String mayCall) {
        Stream<String> allowed = mayCall == null ? Stream.of() : Arrays.stream(mayCall.split(" "));
        String[] packages = Stream.concat(Stream.of(slice), allowed)
                .map(name -> ROOT + name)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(ROOT + slice)
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("com.noragentia.helios.orchestrator.."))
                        .or(resideInAnyPackage(packages)))
                .check(CODE);
    }

    @Test
    void nobody_calls_the_program_that_joins_the_slices() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "ops")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "ops")
                .check(CODE);
    }

    @Test
    void slices_form_no_cycles() {
        slices().matching("com.noragentia.helios.orchestrator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE);
    }

    @Test
    void the_protocol_knows_no_orchestrator() {
        noClasses()
                .that()
                .resideInAPackage("com.noragentia.helios.protocol..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.noragentia.helios.orchestrator..", "io.javalin..", "org.jdbi..")
                .check(CODE);
    }

    @Test
    void only_the_worker_slice_speaks_the_worker_channel() {
        noClasses()
                .that()
                .resideInAPackage("com.noragentia.helios.orchestrator..")
                .and()
                .resideOutsideOfPackage(ROOT + "worker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.noragentia.helios.protocol.message")
                .check(CODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dispatch", "placement"})
    void what_decides_is_pure(String slice) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + slice)
                .and(not(simpleNameStartingWith("Sql")).and(not(simpleNameEndingWith("Wiring"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.jdbi..", "io.javalin..", "java.net..", "java.io..", "java.nio..")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, System.class, java.util.Random.class, java.security.SecureRandom.class)
                .check(CODE);
    }

    @Test
    void time_comes_from_the_clock_that_was_handed_in() {
        noClasses()
                .that(not(simpleNameEndingWith("Command")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CODE);
    }

    @Test
    void nobody_sleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(CODE);
    }

    @Test
    void only_commands_print() {
        noClasses()
                .that(not(simpleNameEndingWith("Command")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CODE);
    }

    @Test
    void sql_stands_in_the_class_that_owns_the_table() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "store")
                .and(not(simpleNameEndingWith("Table"))
                        .and(not(simpleNameStartingWith("Sql")))
                        .and(not(simpleNameEndingWith("EventLog"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jdbi..")
                .check(CODE);
    }
}
