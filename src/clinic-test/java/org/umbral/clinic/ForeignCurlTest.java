package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Json;
import org.umbral.shared.wire.ClinicAnswer;
import org.umbral.shared.wire.Wire;

/** The command line of any Debian reads the clinic. */
class ForeignCurlTest {
    @TempDir
    Path folder;

    @Test
    void curlReadsWhoAnswers() throws Exception {
        assumeTrue(ForeignTool.isThere("curl", "--version"), "skipped: curl is not installed");
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder)) {
            String json = ForeignTool.run(
                    folder, List.of("curl", "--silent", "--show-error", "--insecure", clinic.address() + Wire.CLINIC));
            assertThat(Json.read(json, ClinicAnswer.class).epoch())
                    .isEqualTo(clinic.store.state().epoch());
        }
    }
}
