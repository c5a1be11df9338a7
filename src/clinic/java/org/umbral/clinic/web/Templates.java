package org.umbral.clinic.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of {@code src/clinic/jte}, compiled into this package, so that their views stay inside it. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    String render(String template, Frame frame, Object view) {
        StringOutput out = new StringOutput();
        engine.render(template + ".jte", Map.of("frame", frame, "view", view), out);
        return out.toString();
    }
}
