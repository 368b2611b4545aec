package io.fortnoxconnector.translation;

import static io.fortnoxconnector.translation.Columns.choice;
import static io.fortnoxconnector.translation.Columns.integer;
import static io.fortnoxconnector.translation.Columns.text;
import static io.fortnoxconnector.translation.Columns.wellKnownWords;
import static io.fortnoxconnector.translation.ResourceBuilder.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files in the archive and in the inbox, <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Archive">Fortnox: Archive</a> and <a
 * href="https://apps.fortnox.se/apidocs#tag/fortnox_Inbox">Inbox</a>. Fortnox's document of a file
 * says neither where it lies nor what is in it: {@link #PLACE}, {@link #FOLDER} and {@link
 * #CONTENT} are added to it here.
 */
public final class Files {

  /**
   * A function's request has 6 MB at most (AWS Lambda guide, "Quotas"), and base64 makes four of
   * three.
   */
  public static final int MOST_BYTES = 4_500_000;

  public static final String NAME = "Name";
  public static final String PLACE = "Place";
  public static final String FOLDER = "FolderId";
  public static final String PATH = "Path";
  public static final String CONTENT = "Content";
  public static final String ARCHIVE_ID = "ArchiveFileId";

  /** The value of {@link #PLACE} for the archive. */
  public static final String ARCHIVE = "ARCHIVE";

  /** The field that says what a file is connected with, of these two. */
  public static final String ATTACHED_TO = "attachedTo";

  /** The field that has the files which come with an entity. */
  public static final String ENCLOSED = "files";

  public static final String RESOURCE = "resource";
  public static final String ID = "id";

  private static final String INBOX = "INBOX";
  private static final String UNCHANGEABLE =
      "A file at Fortnox can't be changed: delete it and upload another one.";
  private static final String NO_DATA = "Fortnox keeps nothing of a file but its name and folder.";

  /** What a document can be, with the folder of the inbox for it. */
  private static final Word[] TYPES = {
    Word.word("VOUCHER", "inbox_v"),
    Word.word("SUPPLIER_INVOICE", "inbox_s"),
    Word.word("CUSTOMER_INVOICE", "inbox_kf"),
    Word.word("ORDER", "inbox_o"),
    Word.word("OFFER", "inbox_of"),
    Word.word("DAILY_TAKINGS", "inbox_d"),
    Word.word("ASSET", "inbox_a"),
    Word.word("BANK", "inbox_b"),
    Word.word("SALARY", "inbox_l")
  };

  /** The table. */
  public static final Resource FILES =
      resource("files", "/3/archive")
          .wrappedIn("File", "Files")
          .scope("archive")
          .numberedBy("Id")
          .alsoIn(new OtherPlace("inbox", "/3/inbox", "inbox", ARCHIVE_ID))
          .alsoNeeds("inbox", FileRegister.SCOPE)
          .allows(Operation.READ, Operation.CREATE, Operation.DELETE, Operation.DETACH)
          .refuses(Operation.REPLACE, UNCHANGEABLE)
          .refuses(Operation.PATCH, UNCHANGEABLE)

          // The fields of the unified model, of a document and of an upload.
          .derived(
              ID, List.of(), Files::idOf, "Fortnox's in the archive; of the inbox, inbox- and its.")
          .always("base64Encoded", true, "The content is in base64.")
          .content("content", MOST_BYTES)
          .derived(
              "contentType",
              List.of(),
              file -> FileTypes.of(file.path(NAME).asText()),
              "Follows from the name's extension.")
          .field(
              "fileName",
              new Column(NAME, new FileNameCodec()).max(255).requiredOnCreate().onCreateOnly())
          .field("documentType", wellKnownWords(FOLDER, TYPES).onCreateOnly())
          .hasNoPlaceFor("contactId", "string", NO_DATA)
          .hasNoPlaceFor("documentDate", "string", NO_DATA)
          .hasNoPlaceFor("documentId", "string", NO_DATA)
          .hasNoPlaceFor("integrationSource", "string", NO_DATA)
          .hasNoPlaceFor("note", "string", NO_DATA)
          .hasNoPlaceFor("resourceId", "string", "attachedTo says what a file belongs to.")

          // What Fortnox has beyond.
          .field("place", choice(PLACE, INBOX, ARCHIVE).onCreateOnly())
          .field("folderId", text(FOLDER).onCreateOnly())
          .field("path", text(PATH).onCreateOnly())
          .field("size", integer("Size", Integer.MAX_VALUE).readOnly())
          .field("comments", text("Comments").readOnly())
          .field("archiveFileId", text(ARCHIVE_ID).readOnly())
          .attachedTo(ATTACHED_TO)
          .rule(Files::inOnePlace)

          // Lists, of one folder.
          .listRowsCarry(ARCHIVE_ID, "Comments", FOLDER, NAME, PATH, PLACE, "Size")
          .filter("documentType", FOLDER, TYPES)
          .filter("place", PLACE, Word.word(INBOX, INBOX), Word.word(ARCHIVE, ARCHIVE))
          .equal("folderId", FOLDER)
          .equal("path", PATH)
          .build();

  private Files() {}

  /** What {@code documentType} can be. */
  public static List<String> documentTypes() {
    return Stream.of(TYPES).map(Word::unified).toList();
  }

  /** The inbox's folder for documents of that type. */
  static String folderOf(String documentType) {
    return Stream.of(TYPES)
        .filter(type -> type.unified().equals(documentType))
        .map(Word::fortnox)
        .findFirst()
        .orElseThrow();
  }

  /** Whether a place, a file to be uploaded or what a list is asked for, is in the archive. */
  public static boolean isInArchive(JsonNode place) {
    return place.path(PLACE).asText().equals(ARCHIVE);
  }

  /** The bytes of a file to be uploaded. */
  public static Optional<BinaryNode> content(ObjectNode entity) {
    return ContentPart.of(entity);
  }

  /** A file as Fortnox shows it, with where it lies. */
  public static ObjectNode located(ObjectNode file, JsonNode place) {
    ObjectNode located = file.deepCopy();
    located.put(PLACE, isInArchive(place) ? ARCHIVE : INBOX);
    if (!Fortnox.isNothing(place.path(FOLDER))) {
      located.set(FOLDER, place.path(FOLDER));
    }
    return located;
  }

  /**
   * What a file is to be taken off.
   *
   * @param body has {@link #ATTACHED_TO} as an upload has it, and nothing else
   */
  public static Translated detached(ObjectNode body) {
    Draft draft = new Draft(WriteMode.PATCH);
    Members members = Members.of(new AttachedToPart(ATTACHED_TO));
    members.refuseUnknown(body, "", Set.of(), draft);
    members.write(body, "", draft);
    return switch (draft.finished()) {
      case Translated.Rejected rejected -> rejected;
      case Translated.Accepted(var entity, var rows, var warnings) -> {
        List<ObjectNode> from = rows.getOrDefault(ATTACHED_TO, List.of());
        if (from.isEmpty()) {
          yield new Translated.Rejected(List.of(Problems.required("/" + ATTACHED_TO, ATTACHED_TO)));
        }
        entity.set(ATTACHED_TO, from.getFirst());
        yield new Translated.Accepted(entity, Map.of(), warnings);
      }
    };
  }

  private static String idOf(ObjectNode file) {
    return FILES.idOf(file);
  }

  private static void inOnePlace(Draft draft) {
    ObjectNode file = draft.entity();
    if (isInArchive(file) && file.path(FOLDER).asText().startsWith("inbox")) {
      draft.problem(Problems.contradiction("/place", "/documentType"));
    }
    if (!isInArchive(file) && file.has(PATH)) {
      draft.problem(
          Problems.wrongShape("/path", "path", "with place ARCHIVE: the inbox has folderId"));
    }
  }
}
