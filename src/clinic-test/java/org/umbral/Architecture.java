package org.umbral;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The boundaries of the tree, each with its reason. {@link ArchitectureTest} holds the tree to them and plants a breach of each. */
enum Architecture {
    PHONE_NEVER_SEES_CLINIC(noClasses()
            .that(resideInAPackage("org.umbral.phone.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.umbral.clinic..", "org.umbral.practice.."))
            .because("a phone build has no clinic in it, and a stolen phone must not teach how a clinic works")),

    CLINIC_NEVER_SEES_PHONE(noClasses()
            .that(resideInAPackage("org.umbral.clinic.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.umbral.phone..", "org.umbral.practice.."))
            .because("the clinic's jar holds no phone; what both need is a format and lives in shared")),

    SHARED_SEES_NEITHER(noClasses()
            .that(resideInAPackage("org.umbral.shared.."))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.umbral.phone..", "org.umbral.clinic..", "org.umbral.practice.."))
            .because("a format that leans on one end cannot be read by the other")),

    SHARED_IS_VALUES_AND_RULES(noClasses()
            .that(resideInAPackage("org.umbral.shared.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.nio.file..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net.http..",
                    "javax.net..",
                    "okhttp3..",
                    "io.javalin..",
                    "org.eclipse.jetty.."))
            .because("both ends must compute the same from the same bytes, so nothing in shared touches the world")),

    CARRIERS_ARE_BLIND(
            noClasses()
                    .that(resideInAnyPackage("org.umbral.phone.sync..", "org.umbral.clinic.receive.."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                            "org.umbral.shared.casefile..", "org.umbral.clinic.open..", "org.umbral.clinic.casework.."))
                    .because(
                            "code that talks to the network handles sealed bytes and could not read a case if it were taken over")),

    THE_QUEUE_DRAINS_WITHOUT_A_KEY(noClasses()
            .that(resideInAPackage("org.umbral.phone.sync.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.umbral.phone.unlock..", "org.umbral.phone.seal.."))
            .because("mail leaves while the vault is shut, so delivering cannot need anything that is in it")),

    SCREENS_USE_ONE_DOOR(noClasses()
            .that(resideInAPackage("org.umbral.phone.screen.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.umbral.phone.store..", "org.umbral.phone.seal..")
                    .and(not(named("org.umbral.phone.store.Outbox")))
                    .and(not(named("org.umbral.phone.store.Waiting")))
                    .and(not(named("org.umbral.phone.store.Undelivered")))
                    .and(not(named("org.umbral.phone.store.Lane")))
                    .and(not(named("org.umbral.phone.store.Undelivered")))
                    .and(not(named("org.umbral.phone.store.ClinicLink"))))
            .because("a screen that saves past Intake saves something that is never sealed or never sent;"
                    + " of the store it may only look at what waits")),

    FX_STAYS_ON_SCREENS(noClasses()
            .that(not(resideInAnyPackage(
                    "org.umbral.phone.screen..", "org.umbral.phone.device..", "org.umbral.practice..")))
            .and(not(named("org.umbral.phone.PhoneApp")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx..", "com.gluonhq..", "atlantafx..", "org.kordamp.ikonli.."))
            .because("capture, sealing and delivery run and are tested without a window, also on a bare server")),

    SQL_STAYS_IN_THE_STORES(noClasses()
            .that(not(resideInAnyPackage("org.umbral.phone.store..", "org.umbral.clinic.store..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.sqlite..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."))
            .because("one package per end knows what is on disk, and what of it is sealed")),

    CIPHERS_ARE_FENCED(noClasses()
            .that(not(resideInAnyPackage(
                    "org.umbral.shared.secret..",
                    "org.umbral.shared.envelope..",
                    "org.umbral.phone.seal..",
                    "org.umbral.phone.unlock..",
                    "org.umbral.clinic.keys..",
                    "org.umbral.clinic.open..")))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("javax.crypto..", "org.bouncycastle..", "com.exceptionfactory.jagged.."))
            .because("a reviewer must be able to read everything that encrypts in an afternoon (decision 0001)")),

    HASHING_GOES_THROUGH_ONE_TYPE(noClasses()
            .that(not(named("org.umbral.shared.Sha256")))
            .should()
            .callMethodWhere(calls("java.security.MessageDigest", "getInstance"))
            .because("names, receipts and chains agree only while everything is hashed and written the same way")),

    JSON_GOES_THROUGH_ONE_TYPE(noClasses()
            .that(not(named("org.umbral.shared.Json")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind.json.."))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("com\\.fasterxml\\.jackson\\..*\\.(ObjectMapper|JsonFactory)")
            .because("one reader is strict everywhere, and its errors never quote what it read")),

    TIME_IS_PASSED_IN(elsewhereThanWiring()
            .should()
            .callMethodWhere(readsTheClock())
            .orShould()
            .callConstructorWhere(describe(
                    "new Date()",
                    (JavaConstructorCall call) ->
                            call.getTargetOwner().getName().equals("java.util.Date")
                                    && call.getTarget().getRawParameterTypes().isEmpty()))
            .because("a phone's clock is wrong, tests own the clock, and no order may rest on it")),

    RANDOMNESS_IS_PASSED_IN(elsewhereThanWiring()
            .should()
            .callConstructorWhere(makes("java.security.SecureRandom", "java.util.Random", "java.util.SplittableRandom"))
            .orShould()
            .callMethodWhere(calls("java.security.SecureRandom", "getInstance", "getInstanceStrong"))
            .orShould()
            .callMethodWhere(calls("java.lang.Math", "random"))
            .orShould()
            .callMethodWhere(calls("java.util.UUID", "randomUUID"))
            .orShould()
            .callMethodWhere(calls("java.util.concurrent.ThreadLocalRandom", "current"))
            .because("keys come from one good source, and a failing test prints its seed and runs again")),

    THREADS_ARE_PASSED_IN(elsewhereThanWiring()
            .should()
            .callConstructorWhere(makes(
                    "java.lang.Thread",
                    "java.util.Timer",
                    "java.util.concurrent.ThreadPoolExecutor",
                    "java.util.concurrent.ScheduledThreadPoolExecutor",
                    "java.util.concurrent.ForkJoinPool"))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould()
            .beAssignableTo(Thread.class)
            .because("who starts a thread must also stop it, and wipe what it held, when the vault is locked")),

    ONLY_COMMANDS_PRINT(noClasses()
            .that(not(resideInAPackage("org.umbral.practice..")))
            .and(not(named("org.umbral.clinic.ClinicApp")))
            .should()
            .accessFieldWhere(describe(
                    "System.out or System.err",
                    (JavaAccess<?> access) -> access.getTargetOwner().getName().equals("java.lang.System")
                            && Set.of("out", "err").contains(access.getName())))
            .orShould()
            .callMethodWhere(describe(
                    "printStackTrace()",
                    (JavaAccess<?> access) -> access.getName().equals("printStackTrace")))
            .because("what is printed ends in logs, and names of people must not")),

    ERRORS_SAY_WHAT_TO_DO(noClasses()
            .that(resideInAPackage("org.umbral.."))
            .should()
            .callConstructorWhere(throwsSomethingVague())
            .because("a caller can act on TryAgain, GiveUp and AskThePerson, and on nothing else")),

    AWT_STAYS_IN_PRACTICE(noClasses()
            .that(not(resideInAPackage("org.umbral.practice..")))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..", "javafx.embed.swing.."))
            .because("phones have no AWT, and a clinic's server may have no display libraries")),

    NO_CYCLES(slices().matching("org.umbral.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("each step of the line can be read, tested and replaced without the next")),

    NULL_IS_MARKED(classes()
            .that(resideInAPackage("org.umbral.."))
            .and(not(resideInAPackage("org.umbral.clinic.pages..")))
            .should(standInNullMarkedPackages())
            .because("NullAway checks only packages that say @NullMarked; pages are generated"));

    @SuppressWarnings("ImmutableEnumChecker") // ArchUnit marks nothing; its rules are never changed
    private final ArchRule rule;

    Architecture(ArchRule rule) {
        this.rule = rule.allowEmptyShould(true);
    }

    ArchRule rule() {
        return rule;
    }

    /** Clock, randomness and threads are made where objects are wired together, and in the try-it command. */
    private static GivenClassesConjunction elsewhereThanWiring() {
        return noClasses()
                .that(not(resideInAPackage("org.umbral.practice..")))
                .and(not(named("org.umbral.phone.PhoneApp")))
                .and(not(named("org.umbral.clinic.ClinicApp")));
    }

    /** The class of that name and what is nested in it; by name, since a build may not have it. */
    private static DescribedPredicate<JavaClass> named(String name) {
        return describe(name, c -> c.getName().equals(name) || c.getName().startsWith(name + "$"));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String owner, String... methods) {
        List<String> names = List.of(methods);
        return describe(
                owner + "." + names,
                access -> access.getTargetOwner().getName().equals(owner) && names.contains(access.getName()));
    }

    private static DescribedPredicate<JavaConstructorCall> makes(String... types) {
        Set<String> names = Set.of(types);
        return describe(
                "new " + names, call -> names.contains(call.getTargetOwner().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe("the machine's clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getName();
            boolean now = owner.getPackageName().startsWith("java.time")
                    && name.equals("now")
                    && access.getTarget()
                            instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target
                    && target.getRawParameterTypes().stream().noneMatch(assignableTo(java.time.Clock.class));
            boolean clock = owner.getName().equals("java.time.Clock") && name.startsWith("system");
            boolean ticks = owner.getName().equals("java.lang.System")
                    && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
            return now || clock || ticks;
        });
    }

    /** Made to be thrown, not as the super call of a type of ours. */
    private static DescribedPredicate<JavaConstructorCall> throwsSomethingVague() {
        Set<String> vague =
                Set.of("java.lang.RuntimeException", "java.lang.Exception", "java.lang.Error", "java.lang.Throwable");
        return describe("new RuntimeException, Exception, Error or Throwable", call -> {
            JavaCodeUnit origin = call.getOrigin();
            boolean superCall = origin.isConstructor()
                    && origin.getOwner()
                            .getRawSuperclass()
                            .filter(call.getTargetOwner()::equals)
                            .isPresent();
            return vague.contains(call.getTargetOwner().getName()) && !superCall;
        });
    }

    private static ArchCondition<JavaClass> standInNullMarkedPackages() {
        return new ArchCondition<>("stand in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getPackageName() + " has no @NullMarked"));
            }
        };
    }
}
