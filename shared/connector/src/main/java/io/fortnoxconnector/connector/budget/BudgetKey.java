package io.fortnoxconnector.connector.budget;

/** What Fortnox counts requests by: the integration's client id and the company. */
public record BudgetKey(String clientId, String companyId) {}
