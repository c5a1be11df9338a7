package org.umbral.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The time of a link, which stands still while the link is silent. In nanoseconds since it was made. Thread-safe. */
final class LinkTime {
    private final long start = System.nanoTime();
    private final long alive;
    private final long dead;

    private LinkTime(Duration alive, Duration dead) {
        this.alive = alive.toNanos();
        this.dead = dead.toNanos();
    }

    static LinkTime of(LinkConditions.Spells spells) {
        boolean stands = spells.any() && !spells.resets();
        return stands ? new LinkTime(spells.alive(), spells.dead()) : new LinkTime(Duration.ZERO, Duration.ZERO);
    }

    long now() {
        return ofWall(System.nanoTime() - start);
    }

    long ofWall(long wall) {
        if (dead == 0) {
            return wall;
        }
        long turns = wall / (alive + dead);
        return turns * alive + Math.min(wall % (alive + dead), alive);
    }

    long toWall(long time) {
        return dead == 0 ? time : time / alive * (alive + dead) + time % alive;
    }

    void sleepUntil(long time) throws InterruptedException {
        long until = start + toWall(time);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
