package io.fortnoxconnector.sandbox.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** A company's files: the inbox with its folders, and the archive with those that somebody made. */
final class Cabinet {

  /** The inbox's folders as integrators know them. */
  static final Map<String, String> INBOX_FOLDERS = inboxFolders();

  private final List<StoredFile> files = new ArrayList<>();
  private final TreeSet<String> archiveFolders = new TreeSet<>();

  /** Makes a folder of the archive, and those that it's in. */
  void addFolder(String path) {
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      archiveFolders.add(path.substring(0, at));
    }
    archiveFolders.add(path);
  }

  boolean hasFolder(boolean inInbox, String folder) {
    return folder.isEmpty()
        || (inInbox ? INBOX_FOLDERS.containsKey(folder) : archiveFolders.contains(folder));
  }

  /** The archive's folders directly within that one. */
  List<String> archiveFolders(String within) {
    var prefix = within.isEmpty() ? "" : within + "/";
    return archiveFolders.stream()
        .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
        .filter(path -> !path.equals(within))
        .toList();
  }

  StoredFile add(boolean inInbox, String folder, String name, String contentType, String bytes) {
    var archiveId = UUID.randomUUID().toString();
    var id = inInbox ? UUID.randomUUID().toString() : archiveId;
    var file = new StoredFile(id, archiveId, inInbox, folder, name, contentType, bytes);
    files.add(file);
    return file;
  }

  List<StoredFile> files(boolean inInbox, String folder) {
    return find(file -> file.inInbox() == inInbox && file.folder().equals(folder));
  }

  Optional<StoredFile> inInbox(String id) {
    return find(file -> file.inInbox() && file.id().equals(id)).stream().findFirst();
  }

  Optional<StoredFile> inArchive(String archiveId) {
    return find(file -> file.archiveId().equals(archiveId)).stream().findFirst();
  }

  void remove(StoredFile file) {
    files.remove(file);
  }

  /** The folder with all that is in it. */
  void removeFolder(String path) {
    archiveFolders.removeIf(folder -> isWithin(folder, path));
    files.removeIf(file -> !file.inInbox() && isWithin(file.folder(), path));
  }

  private static boolean isWithin(String folder, String path) {
    return folder.equals(path) || folder.startsWith(path + "/");
  }

  List<StoredFile> all() {
    return List.copyOf(files);
  }

  private List<StoredFile> find(Predicate<StoredFile> wanted) {
    return files.stream().filter(wanted).toList();
  }

  private static Map<String, String> inboxFolders() {
    var folders = new LinkedHashMap<String, String>();
    folders.put("inbox_v", "Verifikationer");
    folders.put("inbox_s", "Leverantörsfakturor");
    folders.put("inbox_kf", "Kundfakturor");
    folders.put("inbox_o", "Order");
    folders.put("inbox_of", "Offerter");
    folders.put("inbox_d", "Dagskassor");
    folders.put("inbox_a", "Anläggningsregister");
    folders.put("inbox_b", "Bankfiler");
    folders.put("inbox_l", "Lön");
    return folders;
  }
}
