package org.umbral.ingest;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.umbral.clinic.Clinic;
import org.umbral.clinic.ClinicApp;
import org.umbral.clinic.ClinicSettings;
import org.umbral.clinic.Surroundings;
import org.umbral.clinic.keys.SetUp;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.receive.ReceiptKeyFile;
import org.umbral.clinic.store.Disk;
import org.umbral.line.LineClinic;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.SilentCommand;

/** The clinic as it runs behind a proxy that gives TLS: plain HTTP on loopback, everything else as at a clinic. */
final class IngestServer {
    static final String INVITE = "invite";
    static final String RECEIPT_KEY = "receipt-key";

    private IngestServer() {}

    public static void main(String[] args) throws Exception {
        ClinicApp.quietLibraries();
        SecureRandom random = new SecureRandom();
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Path folder = Path.of(args[0]);
        Surroundings around = new Surroundings(
                Clock.systemUTC(), random, System::nanoTime, new Disk(), SilentCommand::run, words -> {}, timer);
        try (Clinic clinic = Clinic.open(folder, settings(), around);
                Passphrase words = Passphrase.of("cuatro palabras del todo ficticias".toCharArray());
                ReceiptKeyFile receipts = ReceiptKeyFile.open(folder, random)) {
            setUp(clinic, words);
            clinic.startApi();
            // Once, as on a day's morning: what a login leaves for the collector is not the phones' doing.
            try (StaffSession staff = clinic.login()
                    .resume(clinic.login().login(LineClinic.STAFF, words))
                    .orElseThrow()) {
                new Asked()
                        .serve(
                                clinic.apiPort(),
                                question -> question.equals(INVITE)
                                        ? clinic.phones()
                                                .invite(staff, "Berta Ficticia")
                                                .code()
                                        : receipts.verifyingKey().text());
            }
        }
        timer.shutdownNow();
    }

    private static ClinicSettings settings() {
        return new ClinicSettings(
                0,
                List.of(),
                0,
                "127.0.0.1",
                List.of(),
                false,
                List.of(),
                Optional.empty(),
                ZoneOffset.UTC,
                1,
                new ClinicSettings.Reached(ClinicSettings.Tls.PROXY, "clinic.example.org", "", ""));
    }

    private static void setUp(Clinic clinic, Passphrase words) throws Failure {
        SetUp.RecoverySheet sheet =
                clinic.setUp().begin(LineClinic.NAME, LineClinic.TELEPHONE, LineClinic.STAFF, words);
        clinic.setUp()
                .finish(sheet.asked().stream()
                        .map(place -> sheet.checkWords().get(place - 1))
                        .toList());
    }
}
