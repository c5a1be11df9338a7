package org.umbral.phone;

import java.util.List;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;

/** How the phone follows what the clinic signs about itself. Numbers only grow. */
final class LinkChange {
    private LinkChange() {}

    static ClinicLink apply(ClinicLink link, DocumentKind kind, String text) throws GiveUp {
        return switch (kind) {
            case CLINIC -> named(link, Json.read(text, Documents.Clinic.class));
            case IDENTITY -> identity(link, Json.read(text, Documents.Identity.class));
            case SIGNING_KEY -> signing(link, Json.read(text, Documents.Key.class));
            case RECEIPT_KEY -> receipt(link, Json.read(text, Documents.Key.class));
            case TLS_KEYS -> tls(link, Json.read(text, Documents.TlsKeys.class));
            default -> link;
        };
    }

    private static ClinicLink named(ClinicLink link, Documents.Clinic clinic) throws GiveUp {
        if (!clinic.clinic().equals(link.clinic())) {
            throw new GiveUp("signature-does-not-hold");
        }
        return new Builder(link).names(clinic.name(), clinic.emergencyTelephone());
    }

    private static ClinicLink identity(ClinicLink link, Documents.Identity next) {
        String key = new SealingKey(next.sealingKey()).text();
        return next.number() <= link.identityNumber() ? link : new Builder(link).identity(next.number(), key);
    }

    /** The document came signed by the key before: that vouches for this one. */
    private static ClinicLink signing(ClinicLink link, Documents.Key next) {
        String key = new VerifyingKey(next.verifyingKey()).text();
        return next.number() <= link.signingKeyNumber() ? link : new Builder(link).signing(next.number(), key);
    }

    private static ClinicLink receipt(ClinicLink link, Documents.Key next) {
        return new Builder(link).receipt(new VerifyingKey(next.verifyingKey()).text());
    }

    private static ClinicLink tls(ClinicLink link, Documents.TlsKeys next) throws GiveUp {
        if (next.prints().isEmpty() && next.hostName() == null) {
            throw new GiveUp("not-our-format");
        }
        return new ClinicLink(
                link.clinic(),
                link.clinicName(),
                link.device(),
                link.person(),
                link.addresses(),
                link.token(),
                List.copyOf(next.prints()),
                next.hostName(),
                link.signingKeyNumber(),
                link.signingKey(),
                link.receiptKey(),
                link.identityNumber(),
                link.identity(),
                link.emergencyTelephone(),
                link.revoked());
    }

    /** A record of fifteen parts, of which few change at a time. */
    private record Builder(ClinicLink link) {
        ClinicLink names(String name, String telephone) {
            return with(
                    name,
                    link.signingKeyNumber(),
                    link.signingKey(),
                    link.receiptKey(),
                    link.identityNumber(),
                    link.identity(),
                    telephone);
        }

        ClinicLink identity(int number, String key) {
            return with(
                    link.clinicName(),
                    link.signingKeyNumber(),
                    link.signingKey(),
                    link.receiptKey(),
                    number,
                    key,
                    link.emergencyTelephone());
        }

        ClinicLink signing(int number, String key) {
            return with(
                    link.clinicName(),
                    number,
                    key,
                    link.receiptKey(),
                    link.identityNumber(),
                    link.identity(),
                    link.emergencyTelephone());
        }

        ClinicLink receipt(String key) {
            return with(
                    link.clinicName(),
                    link.signingKeyNumber(),
                    link.signingKey(),
                    key,
                    link.identityNumber(),
                    link.identity(),
                    link.emergencyTelephone());
        }

        private ClinicLink with(
                String name,
                int signingNumber,
                String signing,
                String receipt,
                int identityNumber,
                String identity,
                String telephone) {
            return new ClinicLink(
                    link.clinic(),
                    name,
                    link.device(),
                    link.person(),
                    link.addresses(),
                    link.token(),
                    link.tlsPrints(),
                    link.tlsHostName(),
                    signingNumber,
                    signing,
                    receipt,
                    identityNumber,
                    identity,
                    telephone,
                    link.revoked());
        }
    }
}
