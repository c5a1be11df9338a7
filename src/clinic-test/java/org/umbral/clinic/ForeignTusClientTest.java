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
import org.umbral.clinic.store.UploadId;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.Wire;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;

/**
 * tus-js-client, which knows nothing of us, delivers with an abort and a resume, and through cuts. It is looked for in {@code
 * npm/node_modules} of the build directory: {@code npm install tus-js-client@4.3.1 --prefix target/npm}.
 */
class ForeignTusClientTest {
    private static final long SEED = 20261122;

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

    /** Retries by itself through a link that cuts it; then begins another upload and terminates it. */
    private static final String THROUGH_CUTS = String.join(
            "\n",
            "const tus = require(process.argv[2]);",
            "const fs = require('fs');",
            "const [url, token, file, other] = process.argv.slice(3);",
            "let tries = 0;",
            "const common = {",
            "  chunkSize: 512 * 1024,",
            "  headers: {Authorization: 'Bearer ' + token},",
            "  uploadDataDuringCreation: true,",
            "  retryDelays: Array(100).fill(5),",
            "  onBeforeRequest: request => { tries += request.getMethod() === 'HEAD' ? 1 : 0; },",
            "  onError: e => { console.log('error ' + e); process.exit(1); },",
            "};",
            "new tus.Upload(fs.readFileSync(file), {",
            "  ...common,",
            "  endpoint: url,",
            "  onSuccess: () => { console.log('done, asked where to go on ' + tries); terminated(); },",
            "}).start();",
            "function terminated() {",
            "  const dropped = new tus.Upload(fs.readFileSync(file), {",
            "    ...common,",
            "    endpoint: other,",
            "    onChunkComplete: () => dropped.abort(true).then(() => console.log('terminated')),",
            "  });",
            "  dropped.start();",
            "}",
            "");

    @TempDir
    Path folder;

    @Test
    void tusJsClientRetriesThroughALinkThatIsCutAndTerminates() throws Exception {
        Path library = library();
        byte[] sealed = new byte[2_000_001];
        new Random(SEED).nextBytes(sealed);
        Path file = Files.write(folder.resolve("sealed"), sealed);
        Path script = Files.writeString(folder.resolve("deliver.js"), THROUGH_CUTS);
        LinkConditions cut =
                LinkConditions.perfect().cutBetween(300_000, 900_000).seed(SEED);
        try (ClinicUnderTest clinic = ClinicUnderTest.plain(folder.resolve("clinic"));
                BadLink link = new BadLink(clinic.server.port(), cut)) {
            PhoneUnderTest phone = clinic.join();
            Sha256 name = Sha256.of(sealed);
            Sha256 other = Sha256.ofText("another");
            String address = "http://127.0.0.1:" + link.port() + Wire.EVIDENCE;
            String output = ForeignTool.run(
                    folder,
                    List.of(
                            "node",
                            script.toString(),
                            library.toString(),
                            address + name,
                            phone.token,
                            file.toString(),
                            address + other));
            assertThat(output).as("seed " + SEED).contains("done", "terminated").doesNotContain("go on 0");
            assertThat(clinic.store.envelopes().held(name)).isPresent();
            assertThat(clinic.store.uploads().find(new UploadId(other, phone.device)))
                    .isEmpty();
        }
    }

    private static Path library() {
        Path library = Path.of(System.getProperty("umbral.build.directory", "target"), "npm/node_modules/tus-js-client")
                .toAbsolutePath();
        assumeTrue(ForeignTool.isThere("node", "--version"), "skipped: node is not installed");
        assumeTrue(Files.isDirectory(library), "skipped: tus-js-client is not in " + library);
        return library;
    }

    @Test
    void tusJsClientDeliversWithAnAbortAndAResume() throws Exception {
        Path library = library();
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
