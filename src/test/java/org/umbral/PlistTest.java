package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import com.dd.plist.NSArray;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.PropertyListParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.umbral.shared.Json;

/** What the iOS app says of itself, read by the parser that Substrate uses. */
class PlistTest {
    private static final Path IOS = Path.of("ios");

    @Test
    void theAppAsksForTheCameraAndForPhotosOnly() throws Exception {
        List<String> asked = plist("Default-Info.plist").keySet().stream()
                .filter(key -> key.endsWith("UsageDescription"))
                .toList();

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        "NSCameraUsageDescription",
                        "NSPhotoLibraryUsageDescription",
                        "NSPhotoLibraryAddUsageDescription");
    }

    @Test
    void whatTheAppAsksIsSaidInEnglishAndSpanish() throws Exception {
        for (String language : List.of("en", "es")) {
            String strings = Files.readString(IOS.resolve("assets/" + language + ".lproj/InfoPlist.strings"));
            for (String key : plist("Default-Info.plist").keySet()) {
                if (key.endsWith("UsageDescription")) {
                    assertThat(strings).contains("\"" + key + "\" = \"");
                }
            }
        }
    }

    @Test
    void nothingIsSharedWithAComputerOrSentInTheClear() throws Exception {
        NSDictionary info = plist("Default-Info.plist");
        NSDictionary transport = (NSDictionary) info.objectForKey("NSAppTransportSecurity");

        assertThat(info.objectForKey("UIFileSharingEnabled")).isEqualTo(new NSNumber(false));
        assertThat(info.objectForKey("LSSupportsOpeningDocumentsInPlace")).isEqualTo(new NSNumber(false));
        assertThat(transport.objectForKey("NSAllowsArbitraryLoads")).isEqualTo(new NSNumber(false));
        assertThat(info.containsKey("UIBackgroundModes")).isFalse();
    }

    @Test
    void theNameSaysNothingAboutTheWork() throws Exception {
        NSDictionary info = plist("Default-Info.plist");

        for (String key : List.of("CFBundleName", "CFBundleDisplayName", "CFBundleExecutable")) {
            assertThat(info.objectForKey(key)).hasToString("Umbral");
        }
        assertThat(info.objectForKey("CFBundleIdentifier")).hasToString("org.umbral.phone");
    }

    @Test
    void thePrivacyFileTracksNobody() throws Exception {
        NSDictionary privacy = plist("PrivacyInfo.xcprivacy");

        assertThat(privacy.objectForKey("NSPrivacyTracking")).isEqualTo(new NSNumber(false));
        assertThat(((NSArray) privacy.objectForKey("NSPrivacyTrackingDomains")).count())
                .isZero();
    }

    @Test
    void thereIsAnOpaqueIconOfEverySize() throws Exception {
        Path set = IOS.resolve("assets/Assets.xcassets/AppIcon.appiconset");
        JsonNode images =
                Json.tree(Files.readAllBytes(set.resolve("Contents.json"))).path("images");

        assertThat(images).hasSize(18);
        for (JsonNode entry : images) {
            BigDecimal points = new BigDecimal(entry.path("size").asText().replaceFirst("x.*", ""));
            BigDecimal scale = new BigDecimal(entry.path("scale").asText().replace("x", ""));
            BufferedImage icon =
                    ImageIO.read(set.resolve(entry.path("filename").asText()).toFile());
            assertThat(icon.getWidth()).isEqualTo(points.multiply(scale).intValueExact());
            assertThat(icon.getHeight()).isEqualTo(icon.getWidth());
            assertThat(icon.getColorModel().hasAlpha()).isFalse();
        }
    }

    private static NSDictionary plist(String name) throws Exception {
        return (NSDictionary) PropertyListParser.parse(IOS.resolve(name).toFile());
    }
}
