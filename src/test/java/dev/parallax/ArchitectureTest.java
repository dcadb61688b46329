package dev.parallax;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/// The layers and habits of `ARCHITECTURE.md`, as rules. Each was seen red once with a planted
/// violation.
@AnalyzeClasses(
        packages = {"dev.parallax", "com.microsoft.playwright.impl"},
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
final class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_USE_LOWER_LAYERS_ONLY =
            classes()
                    .should(Layers.useLowerLayersOnly())
                    .because("dependencies point down, see ARCHITECTURE.md");

    @ArchTest
    static final ArchRule THERE_ARE_NO_PACKAGE_CYCLES =
            slices().matching("dev.parallax.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SCREENS_DO_NOT_KNOW_ONE_ANOTHER =
            slices().matching("dev.parallax.ui.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .ignoreDependency(
                            DescribedPredicate.alwaysTrue(),
                            JavaClass.Predicates.resideInAnyPackage(
                                    "dev.parallax.ui.common..",
                                    "dev.parallax.ui.chart..",
                                    "dev.parallax.ui.controls.."))
                    .ignoreDependency(
                            JavaClass.Predicates.resideInAPackage("dev.parallax.ui.shell.."),
                            DescribedPredicate.alwaysTrue());

    @ArchTest
    static final ArchRule ONLY_SERVICES_MEET_THE_USER_INTERFACES =
            noClasses()
                    .that()
                    .resideInAnyPackage("dev.parallax.ui..", "dev.parallax.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.parallax.browser..",
                            "dev.parallax.http..",
                            "dev.parallax.shaping..",
                            "dev.parallax.recorder..",
                            "dev.parallax.runner..",
                            "dev.parallax.importer..",
                            "dev.parallax.store..",
                            "dev.parallax.report..",
                            "dev.parallax.demo..")
                    .because("the services are the only doorway");

    @ArchTest
    static final ArchRule JAVAFX_STAYS_IN_THE_WINDOW =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.parallax.ui..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule CHARTFX_STAYS_IN_ITS_PACKAGE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.parallax.ui.chart..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.fair_acc..");

    @ArchTest
    static final ArchRule MODELS_HAVE_NO_SCENE_GRAPH =
            noClasses()
                    .that()
                    .resideInAPackage("dev.parallax.ui..")
                    .and()
                    .haveSimpleNameEndingWith("Model")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule PLAYWRIGHT_STAYS_BEHIND_BROWSER =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.parallax.browser..", "com.microsoft.playwright.impl")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.microsoft.playwright..", "com.google.gson..");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_THE_STORE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.parallax.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..");

    @ArchTest
    static final ArchRule HARDWOOD_STAYS_IN_ITS_PACKAGE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.parallax.importer.parquet..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.hardwood..");

    @ArchTest
    static final ArchRule STANDARD_STREAMS_BELONG_TO_THE_COMMAND_LINE =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("dev.parallax.cli..", "dev.parallax")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(java.time.LocalDate.class, "now")
                    .orShould()
                    .callMethod(java.time.LocalDateTime.class, "now")
                    .orShould()
                    .callMethod(java.time.ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule NOTHING_SLEEPS =
            noClasses()
                    .should()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .callMethod(Thread.class, "sleep", java.time.Duration.class);

    @ArchTest
    static final ArchRule CLASSES_ARE_CLOSED =
            classes()
                    .that()
                    .areTopLevelClasses()
                    .and()
                    .areNotInterfaces()
                    .and()
                    .areNotEnums()
                    .and()
                    .doNotHaveModifier(JavaModifier.ABSTRACT)
                    .should()
                    .haveModifier(JavaModifier.FINAL);
}
