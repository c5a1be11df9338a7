package org.umbral.clinic.web;

import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.Sha256;

/**
 * What stands where a photo of a sponsor's paper would, for whoever did not say why they need it.
 *
 * @param photo that is shown next
 */
record SponsorPhoto(String caseId, String photo, ApartView apart) {
    /** The reason with which the desk keeps such a photo back. */
    static final String SHUT = "sponsors-first";

    static void show(Visit visit, Access access, Desk.CasePage page, Sha256 photo) {
        String id = page.caseFile().id().text();
        visit.ctx().status(HttpStatus.FORBIDDEN);
        visit.show("sponsorphoto", new SponsorPhoto(id, photo.hex(), ApartView.of(visit, access, id, false)));
    }

    /** As a form sends it back; empty where it names none. */
    static Optional<Sha256> named(String hex) {
        try {
            return Optional.of(new Sha256(hex));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
