package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.receive.EmergencyAlert;
import org.umbral.shared.TryAgain;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.StaffedClinic;

/** What the command that a clinic set is told of an emergency: that there is one. */
class AlertCommandTest {
    private static final String SCRIPT =
            "{ for one in \"$0\" \"$@\"; do echo \"argument $one\"; done; env; echo read; cat; echo done; } > told";

    @TempDir
    Path folder;

    @Test
    void ofAnEmergencyTheCommandGetsItsOwnWordsAnOrdinaryEnvironmentAndNothingToRead() throws Exception {
        try (StaffedClinic clinic = new StaffedClinic(folder.resolve("clinic"))) {
            SealedCase sample = emergency(clinic);
            Path told = folder.resolve("told");
            List<String> command = List.of("sh", "-c", "cd '" + folder + "' && " + SCRIPT, "call", "now");
            new EmergencyAlert(List.of(() -> ClinicApp.call(command)), attention(clinic), clinic.clock).check();
            await().until(() -> Files.exists(told) && Files.readString(told).endsWith("done\n"));
            String all = Files.readString(told);
            assertThat(all)
                    .startsWith("argument call\nargument now\n")
                    .endsWith("read\ndone\n")
                    .doesNotContain(SealedCase.NAME, "FICTICIO", sample.id.text(), sample.code, StaffedClinic.STAFF);
            all.lines()
                    .filter(line -> line.contains("=") && !line.startsWith("argument "))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .filter(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name))
                    .forEach(name -> assertThat(System.getenv()).containsKey(name));
        }
    }

    private static SealedCase emergency(StaffedClinic clinic) throws Exception {
        try (StaffSession session = clinic.session()) {
            SamplePhone phone = clinic.join(session, "Trabajador FICTICIO");
            SealedCase sample = new SealedCase(phone, clinic.random);
            clinic.deliverEmergency(phone, sample.firstSitting("NOW_LIFE_THREATENING"));
            return sample;
        }
    }

    private static EmergencyAlert.Attention attention(StaffedClinic clinic) {
        return new EmergencyAlert.Attention() {
            @Override
            public boolean anyoneLoggedIn() {
                return false;
            }

            @Override
            public Optional<Instant> oldestUnreadEmergency() throws TryAgain {
                return clinic.desk.oldestEmergencyNotOpened();
            }
        };
    }
}
