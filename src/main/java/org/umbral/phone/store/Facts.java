package org.umbral.phone.store;

/** The keys of the table {@code fact}: what stands outside the vault, one value each. */
final class Facts {
    static final String LINK = "link";
    static final String EPOCH = "epoch";
    /** There while the clinic has not answered what it holds since {@link #EPOCH} changed, or since it fell behind. */
    static final String UNANSWERED = "epoch-unanswered";

    static final String CURSOR = "mail-cursor";
    static final String SERVER_TIME = "server-time";
    /** How long this phone has been delivering in all, in seconds. */
    static final String LINK_TIME = "link-time";

    static final String CROSSED = "crossed";
    static final String MAILBOX = "mailbox";
    static final String POLICY = "policy";
    static final String CATALOGUE = "catalogue";
    static final String EXPECTED_CASE = "expected-case";
    static final String EXPECTED_ITEM = "expected-item";
    /** Followed by the epoch: how far the clinic's backups reach. */
    static final String MARK = "backup-mark.";

    private Facts() {}
}
