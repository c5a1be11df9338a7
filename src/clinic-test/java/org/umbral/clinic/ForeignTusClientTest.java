package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.Wire;

/**
 * tus-js-client, which knows nothing of us, delivers a file with an abort and a resume. It is looked for in {@code
 * npm/node_modules} of the build directory: {@code npm install tus-js-client@4.3.1 --prefix target/npm}.
 */
class ForeignTusClientTest {
    private static final String SCRIPT = String.join(
            "\n",
            "const tus = require(process.argv[2]);",
            "const fs = require('fs');",
            "const [url, token, file, size] = process.argv.slice(3);",
            "let aborted = false;",
            "let resumedAt = -1;",
            "const common = {",
            "  chunkSize: 512 * 1024,",
            "  headers: {Authorization: 'Bearer ' + token},",
            "  uploadSize: Number(size),",
            "  retryDelays: null,",
            "  onError: e => { console.log('error ' + e); process.exit(1); },",
            "};",
            "const first = new tus.Upload(fs.createReadStream(file), {",
            "  ...common,",
            "  endpoint: url,",
            "  onChunkComplete: (chunk, accepted) => {",
            "    if (!aborted && accepted >= 1024 * 1024) {",
            "      aborted = true;",
            "      first.abort().then(resume);",
            "    }",
            "  },",
            "  onSuccess: () => { console.log('never aborted'); process.exit(1); },",
            "});",
            "function resume() {",
            "  const second = new tus.Upload(fs.createReadStream(file), {",
            "    ...common,",
            "    uploadUrl: url,",
            "    onProgress: sent => { if (resumedAt < 0) resumedAt = sent; },",
            "    onSuccess: () => { console.log('done, resumed at ' + resumedAt); },",
            "  });",
            "  second.start();",
            "}",
            "first.start();",
            "");

    @TempDir
    Path folder;

    @Test
    void tusJsClientDeliversWithAnAbortAndAResume() throws Exception {
        Path library = Path.of(System.getProperty("umbral.build.directory", "target"), "npm/node_modules/tus-js-client")
                .toAbsolutePath();
        assumeTrue(ForeignTool.isThere("node", "--version"), "skipped: node is not installed");
        assumeTrue(Files.isDirectory(library), "skipped: tus-js-client is not in " + library);
        byte[] sealed = new byte[3_000_001];
        new Random(12).nextBytes(sealed);
        Path file = Files.write(folder.resolve("sealed"), sealed);
        Path script = Files.writeString(folder.resolve("deliver.js"), SCRIPT);
        try (ClinicUnderTest clinic = ClinicUnderTest.plain(folder.resolve("clinic"))) {
            PhoneUnderTest phone = clinic.join();
            Sha256 name = Sha256.of(sealed);
            String output = ForeignTool.run(
                    folder,
                    List.of(
                            "node",
                            script.toString(),
                            library.toString(),
                            clinic.address() + Wire.EVIDENCE + name,
                            phone.token,
                            file.toString(),
                            Integer.toString(sealed.length)));
            assertThat(output).contains("done, resumed at ").doesNotContain("resumed at 0");
            StoredEnvelope held = clinic.store.envelopes().find(name).orElseThrow();
            try (InputStream in = clinic.store.envelopes().open(held)) {
                assertThat(Sha256.of(in)).isEqualTo(name);
            }
        }
    }
}
