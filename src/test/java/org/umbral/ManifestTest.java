package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the Android app may do and what leaves the phone with a backup: two permissions, nothing. */
class ManifestTest {
    private static final Path ANDROID = Path.of("android");
    private static final Path MANIFEST = ANDROID.resolve("AndroidManifest.xml");
    private static final String NS = "http://schemas.android.com/apk/res/android";
    private static final String TOOLS = "http://schemas.android.com/tools";

    @Test
    void theAppMayReachTheClinicAndTakeAPhotoAndNothingElse() throws Exception {
        assertThat(permissions(false)).containsExactlyInAnyOrder("INTERNET", "CAMERA");
    }

    @Test
    void whatTheLibrariesDeclareIsRemoved() throws Exception {
        assertThat(permissions(true))
                .contains("READ_EXTERNAL_STORAGE", "WRITE_EXTERNAL_STORAGE")
                .contains("READ_MEDIA_IMAGES", "READ_MEDIA_VIDEO", "READ_MEDIA_AUDIO")
                .contains("ACCESS_FINE_LOCATION", "ACCESS_COARSE_LOCATION", "RECORD_AUDIO", "READ_CONTACTS");
    }

    @Test
    void nothingIsBackedUpOrSentInTheClear() throws Exception {
        Element application = application();

        assertThat(application.getAttributeNS(NS, "allowBackup")).isEqualTo("false");
        assertThat(application.getAttributeNS(NS, "fullBackupContent")).isEqualTo("false");
        assertThat(application.getAttributeNS(NS, "usesCleartextTraffic")).isEqualTo("false");
        assertThat(application.getAttributeNS(NS, "dataExtractionRules")).isEqualTo("@xml/data_extraction_rules");
    }

    @Test
    void everyPlaceIsLeftOutOfBackupAndOfMovingHouse() throws Exception {
        Document rules = parsed(ANDROID.resolve("res/xml/data_extraction_rules.xml"));
        for (String section : List.of("cloud-backup", "device-transfer")) {
            Element element = (Element) rules.getElementsByTagName(section).item(0);
            Set<String> domains = new TreeSet<>();
            for (Element exclude : elements(element, "exclude")) {
                assertThat(exclude.getAttribute("path")).isEqualTo(".");
                domains.add(exclude.getAttribute("domain"));
            }
            assertThat(domains)
                    .contains("root", "file", "database", "sharedpref", "external")
                    .contains("device_root", "device_file", "device_database", "device_sharedpref");
            assertThat(element.getElementsByTagName("include").getLength()).isZero();
        }
    }

    @Test
    void attributesHaveDoubleQuotesSinceSubstrateRewritesSingleOnes() throws Exception {
        assertThat(Files.readString(MANIFEST).replaceAll("(?s)<!--.*?-->", "")).doesNotContain("'");
    }

    @Test
    void theApplicationThatKeepsScreensOutOfScreenshotsIsThere() throws Exception {
        String name = application().getAttributeNS(NS, "name");

        assertThat(ANDROID.resolve("java/" + name.replace('.', '/') + ".java"))
                .content()
                .contains("FLAG_SECURE");
        assertThat(ANDROID.resolve("build.gradle")).content().contains("src/android/java");
    }

    @Test
    void theNameSaysNothingAboutTheWork() throws Exception {
        assertThat(application().getAttributeNS(NS, "label")).isEqualTo("@string/app_name");
        assertThat(parsed(ANDROID.resolve("res/values/strings.xml"))
                        .getDocumentElement()
                        .getTextContent()
                        .strip())
                .isEqualTo("Umbral");
    }

    @Test
    void thereIsAnIconForEveryDensity() throws Exception {
        Map<String, Integer> sizes =
                Map.of("ldpi", 36, "mdpi", 48, "hdpi", 72, "xhdpi", 96, "xxhdpi", 144, "xxxhdpi", 192);
        for (var size : sizes.entrySet()) {
            File icon = ANDROID.resolve("res/mipmap-" + size.getKey() + "/ic_launcher.png")
                    .toFile();
            BufferedImage image = ImageIO.read(icon);
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(size.getValue(), size.getValue());
        }
    }

    private static Element application() throws Exception {
        return (Element) parsed(MANIFEST).getElementsByTagName("application").item(0);
    }

    private static List<String> permissions(boolean removed) throws Exception {
        List<String> names = new ArrayList<>();
        Element root = parsed(MANIFEST).getDocumentElement();
        for (String tag : List.of("uses-permission", "uses-permission-sdk-23", "permission")) {
            for (Element permission : elements(root, tag)) {
                if (permission.getAttributeNS(TOOLS, "node").equals("remove") == removed) {
                    names.add(permission.getAttributeNS(NS, "name").replace("android.permission.", ""));
                }
            }
        }
        return names;
    }

    private static List<Element> elements(Element in, String tag) {
        var nodes = in.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static Document parsed(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }
}
