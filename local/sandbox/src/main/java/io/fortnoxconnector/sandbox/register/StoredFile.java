package io.fortnoxconnector.sandbox.register;

/**
 * A file of the inbox or the archive.
 *
 * @param id its own; the inbox's where it lies there
 * @param archiveId the archive's, by which it's connected
 * @param folder the id of the inbox's folder, or the path in the archive
 * @param bytes each character stands for one byte
 */
record StoredFile(
    String id,
    String archiveId,
    boolean inInbox,
    String folder,
    String name,
    String contentType,
    String bytes) {}
