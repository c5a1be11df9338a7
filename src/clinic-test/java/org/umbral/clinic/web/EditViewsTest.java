package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.testing.ScreenBench;
import org.umbral.testing.ToldCase;
import org.umbral.testing.WholeCatalogue;

class EditViewsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");

    /** Else the form would send it back empty, and nobody would have meant that. */
    @ParameterizedTest
    @CsvSource({"ixl, Ixil", "qqq, qqq"})
    void whatIsHeldCanBeSentBackAlsoWhereNobodyWouldChooseIt(String held, String shown) {
        ToldCase told = new ToldCase().with("Ana/language", "PER-26", held);
        ItemId language = told.item("Ana/language");
        assertThat(inputs(told.fold(), language))
                .filteredOn(input -> input.name().equals("PER-26"))
                .singleElement()
                .satisfies(input -> assertThat(input.options()).contains(new EditView.Option(held, shown)));
    }

    private static List<EditView.Input> inputs(CaseFile file, ItemId item) {
        Catalogue catalogue = WholeCatalogue.read();
        Words words = Words.of("en");
        Moments moments = new Moments(Clock.fixed(ScreenBench.NOW, ZONE), ZONE, words);
        Access access = new Access(StaffSession.Role.PARALEGAL, EnumSet.of(Audience.PHONE, Audience.STAFF), false, false);
        EditForm form = new EditForm(catalogue, access, file, "language", item, moments);
        Desk.CasePage page =
                new Desk.CasePage(file, "", ScreenBench.NOW, Optional.empty(), List.of(), List.of(), List.of());
        EditView view = new EditViews(form, page, new CatalogueWords(catalogue, words), moments)
                .view("", form.asItStands(), new EditView.Known(List.of(), "", "", ""), "");
        return Stream.concat(view.inputs().stream(), view.more().stream()).toList();
    }
}
