package io.moked.contactlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Journey;
import io.moked.MokedTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A file with contacts is looked at, line by line, before anything is taken in. */
@MokedTest
class CheckingTest extends Journey {

    private Lists lists;

    @BeforeEach
    void someone() {
        lists = new Lists(Api.of(port, business.manager()));
    }

    private static List<String> cells(JsonNode line) {
        return Api.list(line).stream().map(JsonNode::asString).toList();
    }

    private List<String> firstCells(JsonNode brought, int line) {
        return cells(brought.path("firstLines").get(line));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, utf-8, ','",
        "UTF-8, utf-8, ;",
        "windows-1255, windows-1255, ;",
        "UTF-16, utf-16be, TAB",
        "UTF-16LE, utf-16le, TAB"
    })
    void itIsReadHoweverItIsWritten(String charset, String encoding, String between) {
        var apart = between.equals("TAB") ? "\t" : between;
        var text =
                "טלפון,שם מלא,הערה\r\n050-1234567,\"כהן, דנה \"\"דנדוש\"\"\",\"שורה\nועוד אחת\"\r\n"
                        .replace("טלפון,שם מלא,הערה", "טלפון" + apart + "שם מלא" + apart + "הערה")
                        .replace("67,\"", "67" + apart + "\"")
                        .replace("\",\"שורה", "\"" + apart + "\"שורה");
        var brought = lists.bring(text, Charset.forName(charset));
        assertThat(brought.path("list").path("encoding").asString()).isEqualTo(encoding);
        assertThat(firstCells(brought, 1))
                .containsExactly("050-1234567", "כהן, דנה \"דנדוש\"", "שורה\nועוד אחת");
        var guess = brought.path("list").path("plan");
        assertThat(guess.path("headed").asBoolean()).isTrue();
        assertThat(guess.path("phone").asInt()).isZero();
        assertThat(guess.path("names").get(0).asInt()).isEqualTo(1);
        assertThat(guess.path("optIn").asString()).isEqualTo("nobody");
    }

    @Test
    void aFileWithoutNamesOfColumnsIsOneOfContactsOnly() {
        var guess = lists.bring("Dana,+972501234567\nRavi,+972501234568").path("list").path("plan");
        assertThat(guess.path("headed").asBoolean()).isFalse();
        assertThat(guess.path("phone").asInt()).isEqualTo(1);
    }

    private static final String PEOPLE =
            """
            phone,name,language,opt-in
            0501230001,Known,,
            050-123-0002,New,he,yes
            +972 50 123 0002,Again,,
            00972501230003,Foreign,Hebrew,כן
            '+972501230004,Guarded,,no

            ,Nobody,,
            12345,Short,,
            9.72501E+11,Rounded,,
            0501230005,Strange,klingon,
            0501230006,Unclear,,perhaps
            """;

    private static final Map<String, Object> OPTED_IN_BY_COLUMN =
            Map.of("language", 2, "optIn", "column", "optInColumn", 3, "optInWords", "A form");

    @Test
    void everyLineIsNewKnownRepeatedOrBad() {
        meta.says(business, "972501230001", "hello");
        idOf("972501230001");
        var id = Lists.id(lists.bring(PEOPLE));
        var counts = lists.check(id, Lists.plan(OPTED_IN_BY_COLUMN));
        assertThat(counts.path("fresh").asInt()).isEqualTo(3);
        assertThat(counts.path("known").asInt()).isEqualTo(1);
        assertThat(counts.path("repeated").asInt()).isEqualTo(1);
        assertThat(counts.path("bad").asInt()).isEqualTo(5);
        assertThat(lists.api().items("/contacts")).hasSize(1);
    }

    @Test
    void linesThatAreLeftOutSayWhy() throws Exception {
        var id = lists.checked(PEOPLE, OPTED_IN_BY_COLUMN);
        var problems =
                lists.api().items("/contact-lists/" + id + "/lines?verdict=bad").stream()
                        .map(it -> it.path("number").asInt() + " " + it.path("problem").asString())
                        .toList();
        assertThat(problems)
                .containsExactly(
                        "8 no-phone",
                        "9 not-a-phone",
                        "10 rounded-phone",
                        "11 unknown-language",
                        "12 unclear-opt-in");
        var file = lists.leftOut(id);
        assertThat(file.lines()).hasSize(7).first().isEqualTo("\uFEFFLine,Reason");
        assertThat(file).contains("\r\n8,There is no phone.,,Nobody,,\r\n");
    }

    @Test
    void theSameNumberWrittenInAnotherWayIsTheSamePerson() {
        meta.says(business, "5511987654321", "oi");
        idOf("5511987654321");
        var id = Lists.id(lists.bring("phone,name\n+551187654321,Bia\n"));
        var counts = lists.check(id, Lists.plan(Map.of("country", "BR")));
        assertThat(counts.path("known").asInt() + counts.path("bad").asInt()).isEqualTo(1);
        var twice = Lists.id(lists.bring("phone\n+5491123456789\n+541123456789\n"));
        var seen = lists.check(twice, Lists.plan(Map.of("names", List.of())));
        assertThat(seen.path("repeated").asInt()).isEqualTo(1);
    }

    @Test
    void anotherPlanLooksAtAllLinesAnew() {
        var id = Lists.id(lists.bring("name,phone\nDana,0501230002\n"));
        assertThat(lists.check(id, Lists.plan(Map.of())).path("bad").asInt()).isEqualTo(1);
        var right = Lists.plan(Map.of("phone", 1, "names", List.of(0)));
        assertThat(lists.check(id, right).path("bad").asInt()).isZero();
        assertThat(lists.count(id, "fresh")).isEqualTo(1);
    }

    @Test
    void aPlanThatDoesNotFitIsRefusedByTheFieldsName() {
        var id = Lists.id(lists.bring("phone,name\n0501230002,Dana\n"));
        var wrong = new HashMap<String, Map<String, Object>>();
        wrong.put("columns", Map.of("phone", 7));
        wrong.put("country", Map.of("country", "XX"));
        wrong.put("optInWords", Map.of("optIn", "everybody"));
        wrong.put("label", Map.of("label", "x".repeat(41)));
        wrong.forEach((field, more) -> {
            var answer = lists.api().put("/contact-lists/" + id + "/plan", Lists.plan(more));
            assertThat(answer.status()).as(field).isEqualTo(400);
            assertThat(answer.body().toString()).contains(field);
        });
        assertThat(lists.api().post("/contact-lists/" + id + "/start", null).code())
                .isEqualTo("list-not-checked");
    }

    @Test
    void whatIsTooMuchOrNothingIsRefused() {
        var rows =
                IntStream.rangeClosed(0, 50_000)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n"));
        assertThat(refused(rows.getBytes(StandardCharsets.UTF_8))).isEqualTo("list-too-long");
        assertThat(refused(new byte[10 * 1024 * 1024 + 1])).isEqualTo("list-too-large");
        assertThat(refused(" \n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("list-empty");
        var open = "phone,name\n0501230001,\"Dana\n0501230002,Ravi\n";
        var breaksOff = lists.api().bring("people.csv", open.getBytes(StandardCharsets.UTF_8));
        assertThat(breaksOff.code()).isEqualTo("list-breaks-off");
        assertThat(breaksOff.body().path("detail").asString()).contains("from line 2 on");
        assertThat(refused(",".repeat(1_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("list-not-readable");
    }

    private String refused(byte[] file) {
        return lists.api().bring("people.csv", file).code();
    }

    @Test
    void reasonsAreToldInTheLanguageOfWhoeverAsks() {
        lists.api().call("PATCH", "/me", Map.of("language", "he"));
        var id = lists.checked("phone\n12345\n", Map.of("names", List.of()));
        await().until(() ->
                lists.api()
                        .items("/contact-lists/" + id + "/lines?verdict=bad")
                        .getFirst()
                        .path("reason")
                        .asString()
                        .startsWith("זה אינו"));
    }
}
