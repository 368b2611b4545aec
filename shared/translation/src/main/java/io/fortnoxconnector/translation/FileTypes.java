package io.fortnoxconnector.translation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Media types by the extension of a file's name; IANA's names. */
public final class FileTypes {

  public static final String PDF = "application/pdf";

  private static final String ANY = "application/octet-stream";

  private static final Map<String, String> BY_EXTENSION =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("csv", "text/csv"),
              Map.entry("doc", "application/msword"),
              Map.entry(
                  "docx",
                  "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
              Map.entry("gif", "image/gif"),
              Map.entry("jpeg", "image/jpeg"),
              Map.entry("jpg", "image/jpeg"),
              Map.entry("odt", "application/vnd.oasis.opendocument.text"),
              Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
              Map.entry("pdf", PDF),
              Map.entry("png", "image/png"),
              Map.entry("tif", "image/tiff"),
              Map.entry("tiff", "image/tiff"),
              Map.entry("txt", "text/plain"),
              Map.entry("xls", "application/vnd.ms-excel"),
              Map.entry(
                  "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
              Map.entry("xml", "application/xml"),
              Map.entry("zip", "application/zip")));

  private FileTypes() {}

  /** The extensions that have a type here. Fortnox publishes no list; others are sent as bytes. */
  public static List<String> extensions() {
    return List.copyOf(BY_EXTENSION.keySet());
  }

  public static String of(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, ANY);
  }
}
