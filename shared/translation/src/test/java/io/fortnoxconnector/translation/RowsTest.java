package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.amount;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Json.accepted;
import static io.fortnoxconnector.translation.Json.json;
import static io.fortnoxconnector.translation.Json.rejected;
import static io.fortnoxconnector.translation.ResourceBuilder.member;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;
import static io.fortnoxconnector.translation.WriteMode.CREATE;
import static io.fortnoxconnector.translation.WriteMode.PATCH;
import static io.fortnoxconnector.translation.WriteMode.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists of objects inside an entity: those that are replaced together, and those with ids. */
class RowsTest {
  private static final Part[] MEMBERS = {
    member("text", text("Description").max(10).requiredOnCreate()),
    member("amount", amount("Price")),
    member("place", text("Place").clearedByNull())
  };

  private static final Part[] CODED =
      Stream.concat(Stream.of(member("code", text("Code").clearedByNull())), Stream.of(MEMBERS))
          .toArray(Part[]::new);

  private static final Resource TOGETHER =
      resource("slips", "/3/slips")
          .wrappedIn("Slip", "Slips")
          .numberedBy("Number")
          .allows(Operation.READ, Operation.CREATE, Operation.PATCH)
          .rows("rows", "SlipRows", "", MEMBERS)
          .build();

  private static final Resource BY_LINE =
      resource("notes", "/3/notes")
          .wrappedIn("Note", "Notes")
          .numberedBy("Number")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)
          .field("title", text("Title"))
          .lines("lines", "lineId", "NoteRows", "RowId", "", MEMBERS)
          .build();

  /** Rows without ids, some of which Fortnox makes of the title. */
  private static final Lines BY_PLACE =
      resource("slips", "/3/slips")
          .wrappedIn("Slip", "Slips")
          .numberedBy("Number")
          .allows(Operation.READ, Operation.CREATE, Operation.REPLACE, Operation.PATCH)
          .field("total", text("Total"))
          .lines("lines", "id", "SlipRows", new OwnRows("Code", Map.of("TOT", "Total")), "", CODED)
          .build()
          .lines()
          .orElseThrow();

  private static final ObjectNode SLIP =
      json(
          """
          {'Total':'3','SlipRows':[{'Code':'TOT','Price':-3},{'Description':'a','Price':1},
           {'Description':'b','Price':2,'Place':'x'}]}
          """);

  private static final Lines LINES = BY_LINE.lines().orElseThrow();

  private static final ObjectNode DOCUMENT =
      json(
          """
          {'Number':'1','NoteRows':[{'RowId':11,'Description':'a','Price':1},
           {'RowId':12,'Description':'b','Price':2,'Place':'x'},
           {'RowId':13,'Description':'c','Price':3}]}
          """);

  @Test
  void rowsReadWithEveryMemberAndTheirPlaceAsId() {
    ObjectNode data = parsed(BY_LINE.fromFortnox(DOCUMENT).data());
    assertThat(data.at("/lines/1"))
        .isEqualTo(json("{'lineId':'2','text':'b','amount':2,'place':'x'}"));
    assertThat(TOGETHER.fromFortnox(json("{'SlipRows':[]}")).data().get("rows")).isEmpty();
    assertThat(TOGETHER.fromListRow(json("{'Number':'1'}")).data().get("rows").isNull()).isTrue();
    assertThat(LINES.line(data, "3").orElseThrow().get("text").asText()).isEqualTo("c");
    assertThat(LINES.line(data, "4")).isEmpty();
  }

  @Test
  void allThatIsWrongWithRowsIsToldWithItsPlace() {
    var body =
        json(
            "{'rows':[{'text':'much too long'},{'amount':'1','colour':'red'},'row',{'text':'d'}]}");
    assertThat(rejected(TOGETHER.toFortnox(body, CREATE)))
        .extracting(FieldProblem::pointer, FieldProblem::code)
        .containsExactlyInAnyOrder(
            tuple("/rows/0/text", "field-invalid"),
            tuple("/rows/1/text", "field-required"),
            tuple("/rows/1/amount", "field-invalid"),
            tuple("/rows/1/colour", "field-unknown"),
            tuple("/rows/2", "field-invalid"));
    assertThat(rejected(TOGETHER.toFortnox(json("{'rows':{}}"), CREATE)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/rows");
  }

  @Test
  void rowsThatAreReplacedTogetherAreNewOnesInEveryMode() {
    var body = json("{'rows':[{'text':'a','place':null}]}");
    for (WriteMode mode : WriteMode.values()) {
      assertThat(accepted(TOGETHER.toFortnox(body, mode)).entity())
          .isEqualTo(json("{'SlipRows':[{'Description':'a'}]}"));
    }
  }

  @Test
  void anEntityKeepsRowsThatABodyDoesNotName() {
    assertThat(accepted(BY_LINE.toFortnox(json("{}"), REPLACE)).entity().has("NoteRows")).isFalse();
    var emptied = accepted(BY_LINE.toFortnox(json("{'lines':[]}"), REPLACE));
    assertThat(emptied.entity().has("NoteRows")).isFalse();
    assertThat(emptied.warnings()).extracting(Warning::code).containsExactly("field-kept");
    assertThat(accepted(BY_LINE.toFortnox(json("{'lines':[]}"), PATCH)).warnings())
        .extracting(Warning::code)
        .containsExactly("list-empty");
    assertThat(rejected(BY_LINE.toFortnox(json("{'lines':null}"), PATCH)))
        .extracting(FieldProblem::code)
        .containsExactly("field-not-clearable");
  }

  @Test
  void rowsAreHeldWhereEachHoldsWhatWasSentAndNoneIsMore() {
    ObjectNode sent = json("{'NoteRows':[{'Description':'a'},{'Price':2.00},{'RowId':5}]}");
    assertThat(BY_LINE.holds(DOCUMENT, sent)).isTrue();
    assertThat(BY_LINE.holds(DOCUMENT, json("{'NoteRows':[{'Description':'a'}]}"))).isFalse();
    assertThat(BY_LINE.holds(DOCUMENT, json("{'NoteRows':[{},{},{'Description':'b'}]}"))).isFalse();
  }

  @Test
  void oneChangedLineIsAnUpdateThatNamesTheOthers() {
    ObjectNode update = updated(accepted(LINES.changed("2", json("{'amount':5}"), PATCH)).entity());
    assertThat(update)
        .isEqualTo(json("{'NoteRows':[{'RowId':11},{'RowId':12,'Price':5},{'RowId':13}]}"));
  }

  @Test
  void aReplacedLineLosesWhatItLeavesOut() {
    var change = accepted(LINES.changed("2", json("{'text':'B'}"), REPLACE)).entity();
    assertThat(updated(change).at("/NoteRows/1"))
        .isEqualTo(json("{'RowId':12,'Description':'B','Price':0,'Place':null}"));
  }

  @Test
  void anAddedLineComesLastAndIsCheckedByItself() {
    ObjectNode update = updated(accepted(LINES.added(json("{'text':'d'}"))).entity());
    assertThat(update.get("NoteRows")).hasSize(4);
    assertThat(update.at("/NoteRows/3")).isEqualTo(json("{'Description':'d'}"));
    assertThat(rejected(LINES.added(json("{'amount':1}"))))
        .extracting(FieldProblem::pointer)
        .containsExactly("/text");
  }

  @Test
  void aRemovedLineIsLeftOutOfTheUpdate() {
    assertThat(updated(accepted(LINES.removed("2")).entity()))
        .isEqualTo(json("{'NoteRows':[{'RowId':11},{'RowId':13}]}"));
    var last =
        LINES.merged(json("{'NoteRows':[{'RowId':1}]}"), accepted(LINES.removed("1")).entity());
    assertThat(last).isInstanceOf(Lines.Impossible.class);
  }

  @Test
  void rowsWithoutIdsAreSentWholeSoThatNoneTakesWhatStoodInItsPlace() {
    var removed = accepted(BY_PLACE.removed("1")).entity();
    assertThat(BY_PLACE.merged(SLIP, removed))
        .extracting(merged -> parsed(((Lines.Update) merged).entity()).get("SlipRows"))
        .isEqualTo(
            json("""
            {'SlipRows':[{'Code':'TOT','Description':'API_BLANK','Price':-3,'Place':null},
             {'Code':null,'Description':'b','Price':2,'Place':'x'}]}
            """)
                .get("SlipRows"));
  }

  @Test
  void linesAreCountedWithoutFortnoxsOwnRows() {
    var changed = accepted(BY_PLACE.changed("2", json("{'amount':9}"), PATCH)).entity();
    assertThat(sent(changed).at("/SlipRows/2/Price").asInt()).isEqualTo(9);
    var gone = accepted(BY_PLACE.removed("3")).entity();
    assertThat(BY_PLACE.merged(SLIP, gone)).isInstanceOf(Lines.Impossible.class);
  }

  @Test
  void aRowOfFortnoxsIsLeftOutWhereWhatItFollowsFromChanges() {
    var change = accepted(BY_PLACE.added(json("{'text':'c','amount':4}"))).entity();
    assertThat(sent(change).at("/SlipRows/0/Code").asText()).isEqualTo("TOT");
    assertThat(sent(change.deepCopy().put("Total", "3.00")).get("SlipRows")).hasSize(4);
    assertThat(sent(change.deepCopy().put("Total", "7")).get("SlipRows")).hasSize(3);
  }

  @Test
  void anUpdateOfRowsWithoutIdsIsNotMadeWhereTheyAreAsTheyWere() {
    var change = accepted(BY_PLACE.added(json("{'text':'c'}"))).entity();
    ObjectNode noted = ((Lines.Update) BY_PLACE.merged(SLIP, change)).noted();
    assertThat(Lines.sent(noted))
        .isEqualTo(((Lines.Update) BY_PLACE.merged(SLIP, change)).entity());
    assertThat(BY_PLACE.isUntouched(SLIP, noted)).isTrue();
    ObjectNode other = json(SLIP.toString().replace("\"a\"", "\"A\""));
    assertThat(BY_PLACE.isUntouched(other, noted)).isFalse();
    assertThat(BY_PLACE.isRepeatable(other, noted)).isFalse();
    var replaced = accepted(BY_PLACE.changed("1", json("{'text':'c'}"), PATCH)).entity();
    ObjectNode same = ((Lines.Update) BY_PLACE.merged(SLIP, replaced)).noted();
    assertThat(BY_PLACE.isRepeatable(other, same)).isTrue();
  }

  private static ObjectNode sent(ObjectNode change) {
    return parsed(((Lines.Update) BY_PLACE.merged(SLIP, change)).entity());
  }

  @Test
  void aListWithoutIdsIsMeantLineByLine() {
    var body = json("{'title':'T','lines':[{'amount':9},{},{},{'text':'new'}]}");
    ObjectNode change = accepted(BY_LINE.toFortnox(body, PATCH)).entity();
    assertThat(LINES.isChange(change)).isTrue();
    assertThat(updated(change))
        .isEqualTo(
            json(
                """
                {'Title':'T','NoteRows':[{'RowId':11,'Price':9},{'RowId':12},{'RowId':13},
                 {'Description':'new'}]}
                """));
  }

  @Test
  void aListWithIdsMovesAddsAndRemovesLines() {
    var body = json("{'lines':[{'text':'new'},{'lineId':'3','amount':7},{'lineId':'1'}]}");
    assertThat(updated(accepted(BY_LINE.toFortnox(body, PATCH)).entity()))
        .isEqualTo(
            json("{'NoteRows':[{'Description':'new'},{'RowId':13,'Price':7},{'RowId':11}]}"));
  }

  @Test
  void linesThatAreNotThereOrNamedTwiceChangeNothing() {
    for (String lines :
        new String[] {"[{'lineId':'4'}]", "[{'lineId':'1'},{'lineId':'1','amount':1}]"}) {
      ObjectNode change =
          accepted(BY_LINE.toFortnox(json("{'lines':" + lines + "}"), PATCH)).entity();
      assertThat(LINES.merged(DOCUMENT, change)).isInstanceOf(Lines.Impossible.class);
    }
    assertThat(rejected(BY_LINE.toFortnox(json("{'lines':[{'lineId':'x'}]}"), PATCH)))
        .extracting(FieldProblem::pointer)
        .containsExactly("/lines/0/lineId");
  }

  @Test
  void aNewDocumentsLinesGetTheirIdsFromTheirPlaces() {
    var created =
        accepted(BY_LINE.toFortnox(json("{'lines':[{'lineId':'7','text':'a'}]}"), CREATE));
    assertThat(created.entity()).isEqualTo(json("{'NoteRows':[{'Description':'a'}]}"));
    assertThat(created.warnings())
        .extracting(Warning::code, Warning::pointer)
        .containsExactly(tuple("field-read-only", "/lines/0/lineId"));
    assertThat(LINES.isChange(created.entity())).isFalse();
  }

  @Test
  void aRowThatKeptItsIdProvesThatNoUpdateWasMade() {
    ObjectNode update = updated(accepted(LINES.added(json("{'text':'d'}"))).entity());
    assertThat(LINES.isUntouched(DOCUMENT, update)).isTrue();
    ObjectNode after = json("{'NoteRows':[{'RowId':21},{'RowId':22},{'RowId':23},{'RowId':24}]}");
    assertThat(LINES.isUntouched(after, update)).isFalse();
    assertThat(LINES.isUntouched(json("{'NoteRows':[]}"), json("{'NoteRows':[{}]}"))).isTrue();
  }

  @Test
  void whatNamesAllRowsCanBeRepeatedAndWhatAddsOneCanNot() {
    ObjectNode change = updated(accepted(LINES.changed("2", json("{'amount':5}"), PATCH)).entity());
    ObjectNode addition = updated(accepted(LINES.added(json("{'text':'d'}"))).entity());
    assertThat(LINES.isRepeatable(DOCUMENT, change)).isTrue();
    assertThat(LINES.isRepeatable(DOCUMENT, addition)).isFalse();
  }

  private static ObjectNode updated(ObjectNode change) {
    return parsed(((Lines.Update) LINES.merged(DOCUMENT, change)).entity());
  }

  /** With every number as the parser makes it, which tells 5 from 5.0 but not from a decimal 5. */
  private static ObjectNode parsed(ObjectNode made) {
    return json(made.toString());
  }
}
