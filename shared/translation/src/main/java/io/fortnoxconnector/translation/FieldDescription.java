package io.fortnoxconnector.translation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resource's table says about one unified field.
 *
 * @param name the field's name in the unified model
 * @param type its JSON type: string, number, boolean, object or array
 * @param format what the value must look like beyond its type, in OpenAPI's terms where it has one;
 *     null for any
 * @param maxLength in characters; null where Fortnox states no limit
 * @param required whether a create has to give it
 * @param readOnly whether it's only shown
 * @param writeOnly whether it's only accepted
 * @param createOnly whether it can be given on create and not changed after
 * @param clearable whether PATCH with null, and PUT without it, empty it
 * @param inLists whether Fortnox's list rows carry it, so that it shows without {@code expand=full}
 * @param values the values it can have; empty for any
 * @param fortnoxFields the Fortnox fields behind it, nested ones with a slash
 * @param note what a user should know beyond this, or an empty text
 * @param members the fields of an object, or of an array's items
 */
public record FieldDescription(
    String name,
    String type,
    @Nullable String format,
    @Nullable Integer maxLength,
    boolean required,
    boolean readOnly,
    boolean writeOnly,
    boolean createOnly,
    boolean clearable,
    boolean inLists,
    List<String> values,
    List<String> fortnoxFields,
    String note,
    List<FieldDescription> members) {}
