package io.moked.contactlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.MokedTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list says of who wants marketing. */
@MokedTest
class ListedConsentTest extends Journey {

    private Lists lists;

    @BeforeEach
    void someone() {
        lists = new Lists(Api.of(port, business.manager()));
    }

    @Test
    void aListCanSayThatAllTookItBackAndNoLaterListUndoesIt() {
        var file = "phone,name\n0501230001,Dana\n";
        lists.taken(file, Map.of("optIn", "everybody", "optInWords", "a form"));
        assertThat(lists.consent("dana")).isEqualTo("declared");
        lists.taken(file, Map.of("optIn", "withdrawn", "optInWords", "a letter"));
        assertThat(lists.consent("dana")).isEqualTo("withdrawn");
        lists.taken(file, Map.of("optIn", "everybody", "optInWords", "the form again"));
        assertThat(lists.consent("dana")).isEqualTo("withdrawn");
    }

    @Test
    void aNoInAnyLineCountsMoreThanAYes() {
        lists.taken(
                "phone,name,opt-in\n0501230001,Dana,yes\n0501230002,Ravi,yes\n+972 50 123 0001,Dana,no\n",
                Map.of("optIn", "column", "optInColumn", 2, "optInWords", "A form"));
        assertThat(lists.consent("dana")).isNotEqualTo("declared");
        assertThat(lists.consent("ravi")).isEqualTo("declared");
    }
}
