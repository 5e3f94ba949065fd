/* Helios. Copyright (c) Noragentia. Free for personal, non-commercial use: see license.txt. */
package com.noragentia.helios.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of docs/architecture.md that concern this module. */
@AnalyzeClasses(packages = "com.noragentia.helios", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule the_protocol_depends_on_nothing_but_json = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "com.noragentia.helios.protocol..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "java.lang..",
                    "java.util..",
                    "java.math",
                    "java.time..",
                    "java.net",
                    "java.io",
                    "java.nio", // buffers in memory
                    "java.nio.charset",
                    "java.security..");

    @ArchTest
    static final ArchRule the_protocol_does_no_io = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.File.+|java\\.net\\.(Socket|URL|HttpURLConnection|URLConnection)");
}
