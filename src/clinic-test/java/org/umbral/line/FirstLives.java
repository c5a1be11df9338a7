package org.umbral.line;

import java.util.List;
import org.umbral.testing.MovableClock;

/** One life of each kind that ends by itself, and leaves the classes that it loaded for all that follow. */
record FirstLives(KilledPair.Places places, ChildJvm jvm, MovableClock clock) {
    private static final long PATIENCE = 60_000;

    void run() throws Exception {
        Prey clinic = new Prey(jvm.startFirst(
                ClinicLife.class,
                places.clinic().toString(),
                places.log("clinic").toString(),
                places.invitation().toString(),
                Integer.toString(places.port()),
                clock.instant().toString(),
                "1"));
        clinic.await("begun"::equals, 1, PATIENCE);
        Prey phone = new Prey(jvm.startFirst(
                PhoneLife.class,
                places.phone().toString(),
                places.log("phone").toString(),
                places.invitation().toString(),
                places.photos().toString(),
                clock.instant().toString(),
                "1"));
        phone.await("begun"::equals, 1, PATIENCE);
        for (String order : List.of("sitting", "found", "mind", "leave", "tidy", "wait", "wait", "cross")) {
            phone.order(order);
        }
        phone.await("border-rows-dropped"::equals, 1, PATIENCE);
        Prey backup = new Prey(jvm.startFirst(
                BackupLife.class,
                places.clinic().toString(),
                places.backups().toString(),
                places.log("backup").toString(),
                clock.instant().toString()));
        phone.order("end");
        for (Prey one : List.of(backup, phone)) {
            ended(one);
        }
        clinic.order("end");
        ended(clinic);
    }

    private static void ended(Prey prey) throws InterruptedException {
        int exit = prey.buried();
        if (exit != 0) {
            throw new IllegalStateException("the first life ended with " + exit + " after " + prey.last());
        }
    }
}
