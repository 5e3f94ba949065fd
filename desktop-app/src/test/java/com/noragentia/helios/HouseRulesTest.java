/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.noragentia.helios.worker.agent.WorkerReport;
import com.noragentia.helios.worker.extract.ConfinementInForce;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;

/** Every "never" of docs/architecture.md that concerns the desktop program. */
@AnalyzeClasses(packages = "com.noragentia.helios", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule neither_program_imports_the_other =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.noragentia.helios.orchestrator..");

    @ArchTest
    static final ArchRule the_worker_knows_no_window = noClasses()
            .that()
            .resideInAPackage("com.noragentia.helios.worker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.noragentia.helios.desktop..", "atlantafx..", "org.kordamp..");

    @ArchTest
    static final ArchRule the_network_client_knows_no_window = noClasses()
            .that()
            .resideInAnyPackage("com.noragentia.helios.desktop.network..", "com.noragentia.helios.desktop.supervisor..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule the_window_opens_no_socket_and_no_database = noClasses()
            .that()
            .resideInAnyPackage("com.noragentia.helios.desktop.chat..", "com.noragentia.helios.desktop.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.sql..", "java.net.http..");

    @ArchTest
    static final ArchRule inference_happens_in_the_worker_only = noClasses()
            .that()
            .resideInAPackage("com.noragentia.helios.desktop..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..", "ai.djl..");

    @ArchTest
    static final ArchRule the_desktop_knows_of_the_worker_only_what_it_reports = noClasses()
            .that()
            .resideInAPackage("com.noragentia.helios.desktop..")
            .should()
            .dependOnClassesThat(resideInAPackage("com.noragentia.helios.worker..")
                    .and(not(assignableTo(WorkerReport.class)))
                    .and(not(resideInAPackage("com.noragentia.helios.worker.policy")))
                    .and(not(resideInAPackage("com.noragentia.helios.worker.extract"))));

    @ArchTest
    static final ArchRule one_class_of_the_desktop_takes_text_out_of_files = noClasses()
            .that()
            .resideInAPackage("com.noragentia.helios.desktop..")
            .and()
            .doNotHaveSimpleName("DocumentsAsText")
            .should()
            .dependOnClassesThat(resideInAPackage("com.noragentia.helios.worker.extract..")
                    .and(not(assignableTo(ConfinementInForce.class))));

    @ArchTest
    static final ArchRule what_both_halves_share_knows_neither = noClasses()
            .that()
            .resideInAnyPackage(
                    "com.noragentia.helios.computer..",
                    "com.noragentia.helios.connection..",
                    "com.noragentia.helios.installation..",
                    "com.noragentia.helios.keyring..",
                    "com.noragentia.helios.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.noragentia.helios.desktop..", "com.noragentia.helios.worker..");

    @ArchTest
    static final ArchRule commands_load_no_window_on_their_own = noClasses()
            .that()
            .resideInAPackage("com.noragentia.helios.desktop.app..")
            .and()
            .doNotHaveSimpleName("DesktopWindow")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx..", "com.noragentia.helios.desktop.chat..", "com.noragentia.helios.desktop.ui..");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should(callMethod(Thread.class, "sleep", long.class))
            .orShould(callMethod(Thread.class, "sleep", Duration.class));

    @ArchTest
    static final ArchRule no_state_is_static = fields().that()
            .areStatic()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("what is shared is handed over by a constructor");
}
