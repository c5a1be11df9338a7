package org.umbral.phone.sync;

/**
 * How the carrying goes, in states that the worker can read.
 *
 * <p>Life: {@code NOT_JOINED} until an invitation was used. Then {@code IDLE} while nothing waits, {@code CONNECTING} when
 * there is work, {@code SENDING} once the clinic is proven, back to {@code IDLE}. A failed try leads to one of the waiting
 * states, from which every retry goes through {@code CONNECTING} again; retries never stop. {@code STORE_TROUBLE} may come
 * at any moment, also before a try has begun; it waits like the others, and the next try that reads the store leaves it.
 * {@code REVOKED} is left only by joining again.
 */
public enum LinkState {
    NOT_JOINED,
    IDLE,
    CONNECTING,
    SENDING,
    /** The person switched the network off (practice strip, or metered setting). */
    SWITCHED_OFF,
    /** No network, or nothing answers at any address. */
    NO_CONNECTION,
    /** Something answers that is not the clinic: a captive portal, or a foreign key. */
    NOT_THE_CLINIC,
    /** The clinic answers that it cannot take anything now, such as a full disk. */
    CLINIC_BUSY,
    /** This phone's own storage does not answer, such as a full disk or a damaged card; the clinic is not the cause. */
    STORE_TROUBLE,
    /** The clinic refuses this phone's token; the queue is kept. */
    REVOKED
}
