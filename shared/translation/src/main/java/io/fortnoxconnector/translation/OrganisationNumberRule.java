package io.fortnoxconnector.translation;

import io.fortnoxconnector.translation.format.SwedishOrganisationNumber;

/** The number of a Swedish company or person has a check digit; a foreign one has its own rules. */
record OrganisationNumberRule(String field, String fortnoxField, String countryField)
    implements Rule {

  @Override
  public void check(Draft draft) {
    draft
        .given(fortnoxField)
        .ifPresent(
            number ->
                SwedishOrganisationNumber.flaw(number.value().asText())
                    .ifPresent(flaw -> judge(number, flaw, draft)));
  }

  private void judge(Draft.Given number, String flaw, Draft draft) {
    var country = draft.given(countryField);
    if (country.isEmpty() && draft.mode() == WriteMode.PATCH) {
      draft.warn(
          Warnings.unchecked(
              number.pointer(),
              "%s %s %s. It's sent all the same, because the body doesn't name the country."
                  .formatted(field, Quoted.of(number.value()), flaw)));
    } else if (country.isEmpty() || country.get().value().asText().equals("SE")) {
      draft.problem(Problems.invalid(number.pointer(), field, number.value(), flaw));
    }
  }
}
