package org.umbral.phone.screen.protocol;

/**
 * A card that certain facts bring up (domain notes §6.2 and the fields named below), in the order in which cards stand:
 * what may cost a life first. Its words are under {@code protocol.<name>.title} and {@code protocol.<name>}; they say
 * facts and whom to call, never advice.
 */
public enum Protocol {
    /** CAP-16: nothing is asked until the person wants to go on. */
    STOPPED(Tone.CALM),
    /** CAS-06: the local emergency number first (notice N5). */
    LIFE_IN_DANGER(Tone.EMERGENCY),
    /** FAM-06, CAS-13: a child, or perhaps a child, without parent or guardian (notice N6). */
    CHILD_ALONE(Tone.EMERGENCY),
    /** A child, or perhaps a child, and it is not known yet with whom. */
    CHILD_WITH_WHOM(Tone.CAREFUL),
    /** CAP-12: was chosen and is not kept. */
    CHILD_INTERPRETER(Tone.CAREFUL),
    /** CAP-15. */
    OFFICER_PRESENT(Tone.CAREFUL),
    /** PRG-07: notice N7 and nothing else. */
    TERMINATION(Tone.EMERGENCY),
    /** CAS-13. */
    SUICIDE_RISK(Tone.EMERGENCY),
    /** CAS-13. */
    TRAFFICKING_SIGN(Tone.CAREFUL),
    /** CAS-13. */
    DV_SIGN(Tone.CAREFUL),
    /** CAS-13. */
    THREAT_FROM_THIRD_PARTY(Tone.CAREFUL),
    /** CAP-14. */
    NOT_PRIVATE(Tone.CAREFUL),
    /** ATY-01: a lawyer, said or seen. */
    OWN_LAWYER(Tone.CAREFUL),
    /** ATY-01. */
    NOTARIO(Tone.CAREFUL),
    /** CAS-13. */
    PREGNANT(Tone.CALM),
    /** CAS-13. */
    DISABILITY(Tone.CALM);

    /** How loud a card is. */
    public enum Tone {
        EMERGENCY,
        CAREFUL,
        CALM
    }

    private final Tone tone;

    Protocol(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }
}
