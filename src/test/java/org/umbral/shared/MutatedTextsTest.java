package org.umbral.shared;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.testing.MutatedTexts;

/** A wrong text is refused as one, whatever is wrong with it. */
class MutatedTextsTest {
    private static final int CATALOGUES = 30;
    private static final int INVITATIONS = 200;

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void aWrongCatalogueIsRefused(long seed) throws Exception {
        MutatedTexts.catalogues(seed, CATALOGUES);
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void aWrongInvitationIsRefused(long seed) {
        MutatedTexts.invitations(seed, INVITATIONS);
    }
}
