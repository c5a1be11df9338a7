package org.umbral.testing;

import java.time.Duration;

/**
 * What a bad link is like. A lost segment takes the link twice and comes a round trip later, and what follows waits for
 * it, as TCP has it; headers of TCP and IP are not counted.
 *
 * @param up bytes a second from the phone; 0 for as fast as the machine
 * @param down bytes a second to the phone; 0 for as fast as the machine
 * @param oneWay how long a byte is on its way, each way
 * @param handshake how long until a new connection carries its first byte
 * @param loss of segments, 0 to 1, each way
 * @param cuts where connections are cut by themselves
 * @param spells when the link is dead
 * @param seed of losses and cuts
 */
public record LinkConditions(
        long up, long down, Duration oneWay, Duration handshake, double loss, Cuts cuts, Spells spells, long seed) {

    /** Cuts all connections after so many bytes upwards, or after so long; the next distance is drawn by the seed. */
    public record Cuts(long leastBytes, long mostBytes, Duration least, Duration most) {
        static final Cuts NONE = new Cuts(0, 0, Duration.ZERO, Duration.ZERO);

        boolean byBytes() {
            return mostBytes > 0;
        }

        boolean byTime() {
            return !most.isZero();
        }
    }

    /**
     * Alive and dead by turns, beginning alive.
     *
     * @param resets dead means that connections are cut and new ones refused; else nothing moves and all survive
     */
    public record Spells(Duration alive, Duration dead, boolean resets) {
        static final Spells NONE = new Spells(Duration.ZERO, Duration.ZERO, false);

        boolean any() {
            return !dead.isZero();
        }
    }

    /** Nothing is in the way. */
    public static LinkConditions perfect() {
        return new LinkConditions(0, 0, Duration.ZERO, Duration.ZERO, 0, Cuts.NONE, Spells.NONE, 1);
    }

    /** In bits a second, as lines are named. */
    public LinkConditions kilobits(int upwards, int downwards) {
        return new LinkConditions(upwards * 125L, downwards * 125L, oneWay, handshake, loss, cuts, spells, seed);
    }

    /** A handshake costs a round trip, too. */
    public LinkConditions roundTrip(Duration time) {
        return new LinkConditions(up, down, time.dividedBy(2), time, loss, cuts, spells, seed);
    }

    public LinkConditions loss(double part) {
        return new LinkConditions(up, down, oneWay, handshake, part, cuts, spells, seed);
    }

    public LinkConditions cutBetween(long least, long most) {
        Cuts made = new Cuts(least, most, cuts.least(), cuts.most());
        return new LinkConditions(up, down, oneWay, handshake, loss, made, spells, seed);
    }

    public LinkConditions cutBetween(Duration least, Duration most) {
        Cuts made = new Cuts(cuts.leastBytes(), cuts.mostBytes(), least, most);
        return new LinkConditions(up, down, oneWay, handshake, loss, made, spells, seed);
    }

    public LinkConditions dead(Duration alive, Duration dead, boolean byResets) {
        return new LinkConditions(up, down, oneWay, handshake, loss, cuts, new Spells(alive, dead, byResets), seed);
    }

    public LinkConditions seed(long other) {
        return new LinkConditions(up, down, oneWay, handshake, loss, cuts, spells, other);
    }
}
