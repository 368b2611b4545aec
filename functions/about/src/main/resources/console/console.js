// The console: a page over the public API. The first half decides and has no page; the second half shows. What comes
// from the API gets into the page as text, never as HTML. Keys are held in variables of this module, nowhere else.

/** The operations that this page calls; a test holds them against docs/openapi.yaml. */
export const CALLS = {
  companies: 'GET /tenants/get-end-user-list',
  callbackUrls: 'GET /tenants/get-callback-urls',
  connect: 'POST /auth/fortnox',
  connection: 'GET /auth/connection',
  tasks: 'GET /accounting/asyncTask',
  task: 'GET /accounting/asyncTask/{taskId}',
  cancel: 'DELETE /accounting/asyncTask/{taskId}',
  customers: 'POST /accounting/customers/bulk',
  suppliers: 'POST /accounting/suppliers/bulk',
  items: 'POST /accounting/items/bulk',
  invoices: 'POST /accounting/invoices/bulk',
  journalEntries: 'POST /accounting/journalEntries/bulk',
  rows: 'GET /accounting/asyncTask/{taskId}/rows',
  result: 'GET /accounting/asyncTask/{taskId}/result',
  measure: 'GET /accounting/profile',
  capabilities: 'GET /accounting/capabilities',
  webhooks: 'GET /webhooks',
  resume: 'PATCH /webhooks/{webhookId}',
  test: 'POST /webhooks/{webhookId}/test',
  deliveries: 'GET /webhooks/{webhookId}/deliveries',
  replay: 'POST /webhooks/{webhookId}/deliveries/{deliveryId}/replay',
};

export const STATES = ['OPEN', 'INPROGRESS', 'DONE', 'PARTIAL', 'FAILED', 'UNCERTAIN', 'CANCELLED'];
export const OPERATIONS = [
  'CREATE', 'REPLACE', 'PATCH', 'DELETE', 'ADD_LINE', 'REPLACE_LINE', 'PATCH_LINE', 'REMOVE_LINE', 'ACT', 'DETACH', 'CALL', 'BULK',
];
export const OUTCOMES = [
  'DELIVERED', 'GONE', 'REDIRECTED', 'REFUSED', 'UNAVAILABLE', 'TIMED_OUT', 'UNREACHABLE', 'TLS_FAILED', 'ADDRESS_NOT_ALLOWED',
];
/** What can be imported; its calls have the same names. */
export const IMPORTED = ['customers', 'suppliers', 'items', 'invoices', 'journalEntries'];
export const ON_ERROR = ['reject', 'continue'];
export const MATCH_BY = ['number', 'organisationNumber', 'email'];
const MEDIA_TYPES = {
  csv: 'text/csv', txt: 'text/csv', tsv: 'text/csv', ndjson: 'application/x-ndjson', jsonl: 'application/x-ndjson', json: 'application/json',
};
const COLUMNS = ['READ', 'CREATE', 'REPLACE', 'PATCH', 'DELETE'];

const PAGE = 25;
const MOST_TASKS = 500;
const MOST_READ_AT_ONCE = 10;
const BUSY_SECONDS = 2;
const CALM_SECONDS = 5;
const MOST_SECONDS = 60;

/** As the API has it, so that a larger file is told before it's sent. */
const MOST_BYTES = 5 * 1024 * 1024;
const ROWS_AT_ONCE = 500;
const MOST_WRONG = 25;
const MOST_LINES = 3;

/** How often a run's progress is told to who doesn't see it. */
const TELL_MILLIS = 20_000;

/** What a chart goes back, in milliseconds. */
export const SPAN = 10 * 60 * 1000;
const SERIES = 12;
const SERIES_MILLIS = 5000;

export const TEXTS = {
  en: {
    skip: 'Skip to the content',
    intro: 'Companies, writes and capabilities, over the public API.',
    keys: 'API key',
    apiKey: 'The API key of a vendor (fxk_…)',
    open: 'Open',
    forget: 'Forget all keys',
    keyHint: 'Keys stay in the memory of this tab: not in the address, a cookie or the browser’s storage. Reloading the page forgets them.',
    companies: 'Companies',
    companiesCaption: 'The companies that are connected with this vendor, and the state of their consent',
    company: 'Company', number: 'Fortnox number', organisationNumber: 'Organisation number', consent: 'Consent',
    connected: 'Connected', actions: 'Actions',
    noCompanies: 'No company is connected yet.',
    refresh: 'Read again', more: 'Show more',
    connecting: 'Connect a company',
    callback: 'Where the user is sent afterwards',
    connect: 'Make a login link',
    callbackHint: 'One of the vendor’s callback URLs. Its program exchanges the code that the user brings for the account key.',
    noCallback: 'The vendor has no callback URL yet: POST /tenants/add-callback-urls adds one.',
    reconnect: 'Reconnect',
    linkFor: 'Login link for {name}, valid for an hour',
    anyCompany: 'any company',
    linkHint: 'For a user of the company who may consent at Fortnox. It opens in a new tab; or send it on.',
    noLink: 'The API’s answer is no link.',
    accountKeys: 'See a company’s writes',
    accountKey: 'The company’s account key (fxa_…)',
    watch: 'Show writes',
    accountHint: 'Only the vendor knows it: it’s shown once, where the code is exchanged. Paste it once for each company; the API says which one it belongs to.',
    tasks: 'Writes', showTasks: 'Writes',
    state: 'State', operation: 'Operation', resource: 'Resource', all: 'All', filter: 'Filter',
    pause: 'Pause',
    polling: 'Read at {time}. Read again by itself while this tab is seen.',
    paused: 'Read at {time}. Paused.',
    stopped: 'Read at {time}. Stopped: see the problem above.',
    tasksCaption: 'The company’s writes, the latest first',
    task: 'Write', outcome: 'Outcome', accepted: 'Accepted', finished: 'Finished',
    noTasks: 'There are no such writes.', older: 'Show older ones',
    cancel: 'Call off',
    sure: 'Call off {what}? It won’t be sent to Fortnox.',
    calledOff: 'Called off: {what}.',
    ended: 'Ended: {what}.',
    id: 'id {id}',
    words: 'Fortnox {code}: “{message}”',
    budget: 'What is left of Fortnox’s limit',
    budgetHint: 'The connector counts it, and says it with answers that come from Fortnox; nothing on this page asks Fortnox by itself. A measurement reads the company’s profile: one request of Fortnox’s 25 in 5 seconds. Between two measurements nothing is known, so no line is drawn.',
    measure: 'Measure (1 request)', series: 'Measure for a minute (12 requests)',
    chartText: '{left} of {quota} were left at {time}. Measurements in ten minutes: {count}; the least that was left: {least}.',
    budgetCaption: 'Requests left of 25 in 5 seconds', time: 'Time', left: 'Left', asTable: 'As a table',
    noBudget: 'The answer doesn’t say what is left.',
    imports: 'Bulk import',
    file: 'File: CSV, NDJSON or JSON, 5 MB at most',
    onError: 'If rows are wrong', reject: 'store nothing', continue: 'carry out the others',
    matchBy: 'Change what is there, found by', create: 'nothing: create all',
    import: 'Import',
    importHint: 'A table’s first line has the API’s names of the fields. All rows are checked before anything is stored; problems count them from 0. The same file with the same choices is one run, however often it’s sent. Invoices and journal entries can’t be found by organisation number or e-mail; searching costs one more of Fortnox’s requests a row.',
    sureImport: 'Import {file} as {resource} into {company}?',
    insecure: 'An import needs https, or an address of this machine: only then can the browser make the key that keeps a file from coming in twice.',
    fileUnknown: '{file} isn’t called .csv, .ndjson or .json.',
    fileTooLarge: '{file} has more than 5 MB: divide it.',
    fileUnreadable: '{file} can’t be read. {why}',
    manyWrong: '{count} things are wrong, and nothing was stored. They’re listed below the file.',
    importProblems: 'What is wrong with the file',
    sending: '{file} is sent and checked.',
    started: 'The import runs: {what}.',
    repeated: 'This file was sent before with the same choices. It’s that run; nothing was sent again.',
    progress: '{counted} of {rows} rows: {what}.', rate: '{rate} a minute.', expectedEnd: 'Expected end: {time}.', nothingYet: 'none yet',
    callOffRun: 'Call off the rest',
    sureRun: 'Call off {what}? Rows that are at Fortnox stay there; the others won’t be sent.',
    download: 'Download the result (CSV)',
    wrongCaption: 'Rows that went wrong, the first {most} at most', row: 'Row, from 0',
    runs: 'Latest imports', runsCaption: 'The company’s imports, the latest first',
    noRuns: 'Nothing has been imported yet.', readRuns: 'Read imports again', showRun: 'Show',
    webhooks: 'Webhooks', webhooksCaption: 'Where the vendor has events sent, and whether they get there',
    address: 'Address', events: 'Events', failingSince: 'Failing since', everything: 'all',
    noWebhooks: 'The vendor has no webhook: POST /webhooks makes one.',
    readWebhooks: 'Read webhooks again',
    deliveries: 'Deliveries', deliveriesCaption: 'What was sent there in 30 days, the latest first',
    event: 'Event', attempt: 'Attempt', status: 'HTTP', millis: 'Milliseconds',
    noDeliveries: 'Nothing has been sent there yet.',
    readDeliveries: 'Read deliveries again',
    test: 'Test', resume: 'Resume', replay: 'Replay',
    tested: 'Test of {address}: {outcome}, HTTP {status}, {millis} ms.',
    resumed: 'Events are sent to {address} again.',
    replayed: 'Sent once more: {what}.',
    PAUSED: 'Paused', DISABLED: 'Switched off', DELIVERED: 'Delivered', GONE: 'Gone', REDIRECTED: 'Redirected', REFUSED: 'Refused',
    UNAVAILABLE: 'Unavailable', TIMED_OUT: 'Too slow', UNREACHABLE: 'Unreachable', TLS_FAILED: 'No secure connection',
    ADDRESS_NOT_ALLOWED: 'Address not allowed',
    capabilities: 'Capabilities', showCapabilities: 'Show the table',
    capabilitiesCaption: 'What each resource can do',
    READ: 'read', CREATE: 'create', REPLACE: 'replace', PATCH: 'change', DELETE: 'delete', further: 'Further', scope: 'Scope',
    filters: 'Filters', fields: 'Fields',
    yes: 'yes', no: 'no',
    unreachable: 'The API can’t be reached. {why}',
    unexpected: 'The API answered {status}. {why}',
    OPEN: 'Waiting', INPROGRESS: 'In progress', DONE: 'Done', PARTIAL: 'Partly stored', FAILED: 'Failed', UNCERTAIN: 'Uncertain',
    CANCELLED: 'Called off',
    ACTIVE: 'Active', LICENCE_MISSING: 'A licence is missing at Fortnox', SCOPE_MISSING: 'The consent lacks a scope',
    PERMISSION_MISSING: 'The user lacks a permission at Fortnox', RECONNECT_REQUIRED: 'Must be reconnected', REVOKED: 'Ended',
  },
  sv: {
    skip: 'Hoppa till innehållet',
    intro: 'Företag, skrivningar och förmågor, över det öppna API:et.',
    keys: 'API-nyckel',
    apiKey: 'En leverantörs API-nyckel (fxk_…)',
    open: 'Öppna',
    forget: 'Glöm alla nycklar',
    keyHint: 'Nycklar stannar i den här flikens minne: inte i adressen, i en kaka eller i webbläsarens lagring. När sidan laddas om är de glömda.',
    companies: 'Företag',
    companiesCaption: 'Företagen som är kopplade till leverantören, och läget för deras samtycke',
    company: 'Företag', number: 'Nummer hos Fortnox', organisationNumber: 'Organisationsnummer', consent: 'Samtycke',
    connected: 'Kopplat', actions: 'Åtgärder',
    noCompanies: 'Inget företag är kopplat ännu.',
    refresh: 'Läs igen', more: 'Visa fler',
    connecting: 'Koppla ett företag',
    callback: 'Dit användaren skickas efteråt',
    connect: 'Gör en inloggningslänk',
    callbackHint: 'En av leverantörens callback-adresser. Leverantörens program byter koden som användaren har med sig mot kontonyckeln.',
    noCallback: 'Leverantören har ingen callback-adress ännu: POST /tenants/add-callback-urls lägger till en.',
    reconnect: 'Koppla om',
    linkFor: 'Inloggningslänk för {name}, gäller i en timme',
    anyCompany: 'vilket företag som helst',
    linkHint: 'För en användare i företaget som får ge samtycke hos Fortnox. Den öppnas i en ny flik; eller skicka den vidare.',
    noLink: 'API:ets svar är ingen länk.',
    accountKeys: 'Se ett företags skrivningar',
    accountKey: 'Företagets kontonyckel (fxa_…)',
    watch: 'Visa skrivningar',
    accountHint: 'Bara leverantören känner till den: den visas en gång, när koden byts. Klistra in den en gång per företag; API:et säger vilket den hör till.',
    tasks: 'Skrivningar', showTasks: 'Skrivningar',
    state: 'Läge', operation: 'Operation', resource: 'Resurs', all: 'Alla', filter: 'Filtrera',
    pause: 'Pausa',
    polling: 'Läst {time}. Läses av sig själv så länge fliken syns.',
    paused: 'Läst {time}. Pausad.',
    stopped: 'Läst {time}. Stoppad: se problemet ovan.',
    tasksCaption: 'Företagets skrivningar, de senaste först',
    task: 'Skrivning', outcome: 'Utfall', accepted: 'Mottagen', finished: 'Avslutad',
    noTasks: 'Det finns inga sådana skrivningar.', older: 'Visa äldre',
    cancel: 'Avbryt',
    sure: 'Avbryta {what}? Den skickas då inte till Fortnox.',
    calledOff: 'Avbruten: {what}.',
    ended: 'Avslutade: {what}.',
    id: 'id {id}',
    words: 'Fortnox {code}: ”{message}”',
    budget: 'Vad som är kvar av Fortnox gräns',
    budgetHint: 'Kopplingen räknar det och säger det med svar som kommer från Fortnox; inget på den här sidan frågar Fortnox av sig självt. En mätning läser företagets profil: en av Fortnox 25 förfrågningar på 5 sekunder. Mellan två mätningar är inget känt, därför dras ingen linje.',
    measure: 'Mät (1 förfrågan)', series: 'Mät i en minut (12 förfrågningar)',
    chartText: '{left} av {quota} var kvar {time}. Mätningar på tio minuter: {count}; minst var kvar: {least}.',
    budgetCaption: 'Förfrågningar kvar av 25 på 5 sekunder', time: 'Tid', left: 'Kvar', asTable: 'Som tabell',
    noBudget: 'Svaret säger inte vad som är kvar.',
    imports: 'Massimport',
    file: 'Fil: CSV, NDJSON eller JSON, högst 5 MB',
    onError: 'Om rader är fel', reject: 'spara inget', continue: 'utför de andra',
    matchBy: 'Ändra det som finns, hittat med', create: 'inget: skapa alla',
    import: 'Importera',
    importHint: 'En tabells första rad har API:ets namn på fälten. Alla rader kontrolleras innan något sparas; problem räknar dem från 0. Samma fil med samma val är en körning, hur ofta den än skickas. Fakturor och verifikat kan inte hittas med organisationsnummer eller e-post; att söka kostar en av Fortnox förfrågningar till per rad.',
    sureImport: 'Importera {file} som {resource} till {company}?',
    insecure: 'En import kräver https, eller en adress på den här datorn: bara då kan webbläsaren göra nyckeln som hindrar att en fil kommer in två gånger.',
    fileUnknown: '{file} heter inte .csv, .ndjson eller .json.',
    fileTooLarge: '{file} har mer än 5 MB: dela den.',
    fileUnreadable: '{file} kan inte läsas. {why}',
    manyWrong: '{count} saker är fel, och inget har sparats. De står under filen.',
    importProblems: 'Vad som är fel i filen',
    sending: '{file} skickas och kontrolleras.',
    started: 'Importen pågår: {what}.',
    repeated: 'Filen har skickats förut med samma val. Det här är den körningen; inget skickades igen.',
    progress: '{counted} av {rows} rader: {what}.', rate: '{rate} i minuten.', expectedEnd: 'Väntat slut: {time}.', nothingYet: 'ingen ännu',
    callOffRun: 'Avbryt resten',
    sureRun: 'Avbryta {what}? Rader som är hos Fortnox blir kvar där; de andra skickas inte.',
    download: 'Ladda ner resultatet (CSV)',
    wrongCaption: 'Rader som gick fel, högst de {most} första', row: 'Rad, från 0',
    runs: 'Senaste importer', runsCaption: 'Företagets importer, de senaste först',
    noRuns: 'Inget har importerats ännu.', readRuns: 'Läs importer igen', showRun: 'Visa',
    webhooks: 'Webhooks', webhooksCaption: 'Dit leverantören får händelser skickade, och om de kommer fram',
    address: 'Adress', events: 'Händelser', failingSince: 'Misslyckas sedan', everything: 'alla',
    noWebhooks: 'Leverantören har ingen webhook: POST /webhooks gör en.',
    readWebhooks: 'Läs webhooks igen',
    deliveries: 'Leveranser', deliveriesCaption: 'Vad som skickats dit på 30 dagar, det senaste först',
    event: 'Händelse', attempt: 'Försök', status: 'HTTP', millis: 'Millisekunder',
    noDeliveries: 'Inget har skickats dit ännu.',
    readDeliveries: 'Läs leveranser igen',
    test: 'Prova', resume: 'Återuppta', replay: 'Skicka om',
    tested: 'Prov av {address}: {outcome}, HTTP {status}, {millis} ms.',
    resumed: 'Händelser skickas till {address} igen.',
    replayed: 'Skickad en gång till: {what}.',
    PAUSED: 'Pausad', DISABLED: 'Avstängd', DELIVERED: 'Levererad', GONE: 'Borta', REDIRECTED: 'Omdirigerad', REFUSED: 'Nekad',
    UNAVAILABLE: 'Ur funktion', TIMED_OUT: 'För långsam', UNREACHABLE: 'Kan inte nås', TLS_FAILED: 'Ingen säker förbindelse',
    ADDRESS_NOT_ALLOWED: 'Adressen tillåts inte',
    capabilities: 'Förmågor', showCapabilities: 'Visa tabellen',
    capabilitiesCaption: 'Vad varje resurs kan',
    READ: 'läsa', CREATE: 'skapa', REPLACE: 'ersätta', PATCH: 'ändra', DELETE: 'ta bort', further: 'Dessutom', scope: 'Scope',
    filters: 'Filter', fields: 'Fält',
    yes: 'ja', no: 'nej',
    unreachable: 'API:et kan inte nås. {why}',
    unexpected: 'API:et svarade {status}. {why}',
    OPEN: 'Väntar', INPROGRESS: 'Pågår', DONE: 'Klar', PARTIAL: 'Delvis sparad', FAILED: 'Misslyckad', UNCERTAIN: 'Oviss',
    CANCELLED: 'Avbruten',
    ACTIVE: 'Aktivt', LICENCE_MISSING: 'En licens saknas hos Fortnox', SCOPE_MISSING: 'Samtycket saknar ett scope',
    PERMISSION_MISSING: 'Användaren saknar en behörighet hos Fortnox', RECONNECT_REQUIRED: 'Måste kopplas om', REVOKED: 'Avslutat',
  },
};

/** The first language of the browser's that there are texts in, else English. */
export function language(preferred) {
  return preferred.map(tag => tag.toLowerCase().split('-')[0]).find(tag => tag in TEXTS) ?? 'en';
}

export function fill(text, values = {}) {
  return text.replace(/\{(\w+)}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A request's method and address, relative to the page's folder, so that a base path stays. */
export function address(operation, path = {}, query = {}) {
  const [method, template] = operation.split(' ');
  const filled = template.slice(1).replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(path[name]));
  const wanted = Object.entries(query).filter(([, value]) => value !== '' && value != null);
  const text = new URLSearchParams(wanted).toString();
  return { method, url: text ? `${filled}?${text}` : filled };
}

/** The parameter `after` of a Link header's next page; null without one. */
export function nextAfter(link) {
  const next = (link ?? '').split(/,\s*(?=<)/).find(one => /;\s*rel="next"/.test(one));
  return next ? new URLSearchParams(next.slice(next.indexOf('?') + 1, next.indexOf('>'))).get('after') : null;
}

/** A problem in the API's own words, with its code, and what Fortnox said. */
export function problemLine(problem, texts) {
  const where = problem.pointer ? `${problem.pointer}: ` : '';
  const said = problem.fortnox ? fill(texts.words, { code: problem.fortnox.code ?? '', message: problem.fortnox.message }) : '';
  return `${where}${problem.detail} (${problem.code})${said ? ` ${said}` : ''}`;
}

/** What a failed answer says, a line each. */
export function problemLines({ status, errors, message }, texts) {
  if (errors?.length) {
    return errors.map(problem => problemLine(problem, texts));
  }
  return [fill(status ? texts.unexpected : texts.unreachable, { status, why: message ?? '' }).trim()];
}

export function isOver(task) {
  return task.state !== 'OPEN' && task.state !== 'INPROGRESS';
}

/** Whose problems a list leaves out. */
function hasMore(task) {
  return ['PARTIAL', 'FAILED', 'UNCERTAIN'].includes(task.state) && !task.read;
}

/**
 * The tasks that are known, after a page of the list's beginning. Where the page has none that was known and isn't the
 * last, others may lie between: then only the page is known.
 */
export function merge(known, page, after) {
  const byId = new Map(known.map(task => [task.taskId, task]));
  const isGap = known.length > 0 && after != null && !page.some(task => byId.has(task.taskId));
  const rows = page.map(task => {
    const before = byId.get(task.taskId);
    return before?.state === task.state ? { ...task, problems: before.problems, read: before.read } : task;
  });
  const seen = new Set(page.map(task => task.taskId));
  const others = isGap ? [] : known.filter(task => !seen.has(task.taskId));
  const tasks = [...rows, ...others].sort((a, b) => Date.parse(b.acceptedDate) - Date.parse(a.acceptedDate));
  return { tasks: tasks.slice(0, MOST_TASKS), isGap };
}

/** Which tasks to read one by one: what ended badly for its reasons, once; and what isn't over and no longer on the page. */
export function toRead(tasks, page) {
  const seen = new Set(page.map(task => task.taskId));
  return tasks.filter(task => hasMore(task) || (!isOver(task) && !seen.has(task.taskId))).slice(0, MOST_READ_AT_ONCE);
}

/** How many of those that weren't over are now, by their states. */
export function ended(before, now) {
  const waiting = new Set(before.filter(task => !isOver(task)).map(task => task.taskId));
  const count = {};
  now.filter(task => isOver(task) && waiting.has(task.taskId)).forEach(task => {
    count[task.state] = (count[task.state] ?? 0) + 1;
  });
  return count;
}

/**
 * Seconds until the list is read again; null for not by itself: the tab isn't seen, the reader has paused, or the key
 * is refused.
 */
export function nextPoll({ isVisible, isPaused, status, retryAfter, failures, isBusy }) {
  if (!isVisible || isPaused || status === 401) {
    return null;
  }
  if (failures > 0) {
    return Math.min(MOST_SECONDS, Math.max(retryAfter || 0, BUSY_SECONDS * 2 ** failures));
  }
  return isBusy ? BUSY_SECONDS : CALM_SECONDS;
}

/** A parameter of a RateLimit or RateLimit-Policy header: `r` of `"fortnox";r=24;t=5` is 24; null where there's none. */
export function limit(header, parameter) {
  const found = new RegExp(`;${parameter}=(\\d+)`).exec(header ?? '');
  return found ? Number(found[1]) : null;
}

/** What a chart shows: those of the last minutes before the latest, from left to right in shares of the width and height. */
export function chart(measurements) {
  const last = measurements.at(-1);
  const shown = measurements.filter(one => last.at - one.at <= SPAN);
  return {
    last,
    least: Math.min(...shown.map(one => one.left)),
    dots: shown.map(one => ({ ...one, x: 1 - (last.at - one.at) / SPAN, y: Math.min(1, one.left / one.quota) })),
  };
}

/** A file's media type by its name; null for one that the API doesn't take. */
export function mediaType(fileName) {
  return MEDIA_TYPES[/\.(\w+)$/.exec(fileName)?.[1].toLowerCase()] ?? null;
}

/** The same for the same file and choices, so that the API knows it again. */
export async function importKey({ resource, onError, matchBy }, bytes) {
  const choices = new TextEncoder().encode(`${resource}\n${onError}\n${matchBy}\n`);
  const all = new Uint8Array(choices.length + bytes.byteLength);
  all.set(choices);
  all.set(new Uint8Array(bytes), choices.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return `console-${[...hash].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** How many of a run's rows ended, by their states. */
export function rowCounts(bulk) {
  const count = {
    DONE: bulk.done, PARTIAL: bulk.partial, FAILED: bulk.failed, UNCERTAIN: bulk.uncertain, CANCELLED: bulk.cancelled,
  };
  return Object.fromEntries(Object.entries(count).filter(([, number]) => number > 0));
}

/** A count by states, in words. */
export function countWords(count, texts) {
  return Object.entries(count).map(([state, number]) => `${number} ${texts[state]}`).join(', ');
}

/** How far a run is, in words; `time` makes those of the expected end. */
export function progressWords({ bulk }, texts, time) {
  const what = countWords(rowCounts(bulk), texts) || texts.nothingYet;
  return [
    fill(texts.progress, { counted: bulk.rows - bulk.remaining, rows: bulk.rows, what }),
    bulk.ratePerMinute == null ? '' : fill(texts.rate, { rate: Math.round(bulk.ratePerMinute) }),
    bulk.expectedEnd == null ? '' : fill(texts.expectedEnd, { time: time(bulk.expectedEnd) }),
  ].filter(Boolean).join(' ');
}

/** Whether a run's progress is told: now and then, its end at once, and nothing of one that was over when it was opened. */
export function isToTell(before, task, toldAt, now) {
  return isOver(task) ? before != null && !isOver(before) : now - toldAt >= TELL_MILLIS;
}

/**
 * Rows can't be asked for by their states. They end in their order, so that what is wrong is looked for where a run got
 * to since there was less of it.
 *
 * @param seen what has been found, `wrong`, and in how many rows, `looked`
 * @returns the page of rows to read, from 1; null while there's nothing to find
 */
export function pageToRead(bulk, { looked, wrong }) {
  const there = bulk.partial + bulk.failed + bulk.uncertain;
  const counted = bulk.rows - bulk.remaining;
  return wrong.length < Math.min(there, MOST_WRONG) && looked < counted ? Math.floor(looked / ROWS_AT_ONCE) + 1 : null;
}

/** What has been found after a page of rows, or without one where there was nothing to find. */
export function lookedThrough(bulk, { looked, wrong }, page, rows = []) {
  const counted = bulk.rows - bulk.remaining;
  const found = rows.filter(row => row.row >= looked && row.row < counted && ['PARTIAL', 'FAILED', 'UNCERTAIN'].includes(row.state));
  return {
    looked: page == null ? counted : Math.min(page * ROWS_AT_ONCE, counted),
    wrong: [...wrong, ...found].slice(0, MOST_WRONG),
  };
}

/** Tables in parts, each with the same first line, as one. */
export function joined(parts) {
  return parts.map((part, place) => (place === 0 ? part : part.slice(part.indexOf('\n') + 1))).join('');
}

/** A resource's row: yes or no for each column, then names. */
export function capabilityRow(name, capability) {
  return {
    name,
    can: COLUMNS.map(operation => capability.operations.includes(operation)),
    further: [
      ...capability.operations.filter(operation => !COLUMNS.includes(operation)),
      ...capability.actions.map(action => action.name),
    ].join(', '),
    scopes: capability.scopes.join(', '),
    filters: capability.filters.map(filter => filter.name).join(', '),
    fields: capability.fields.length,
  };
}

/** What a task is, in a few words of the API's. */
export function taskName(task) {
  return [task.resource, task.action ? `${task.operation} ${task.action}` : task.operation, task.resourceId].filter(Boolean).join(' ');
}

/** A link that a browser may follow; null for anything else. */
export function safeLink(text) {
  try {
    const url = new URL(text.trim());
    return ['https:', 'http:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

// From here on the page.

function start() {
  const lang = language(navigator.languages);
  const texts = TEXTS[lang];
  const locale = lang === 'sv' ? 'sv-SE' : 'en-GB';
  const $ = id => document.getElementById(id);
  const accounts = new Map();
  const measurements = new Map();
  const complaints = new Map();
  let apiKey = null;
  let companies = [];
  let moreCompanies = null;
  let companiesReadAt = 0;
  let watch = null;
  let series = null;
  let runs = null;
  let run = null;
  let webhooks = { rows: [], after: null };
  let deliveries = null;

  const t = (key, values) => fill(texts[key] ?? key, values);

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute === 'onclick') {
        made.addEventListener('click', value);
      } else if (value != null) {
        made.setAttribute(attribute, value);
      }
    }
    made.append(...children.filter(child => child != null));
    return made;
  }

  function moment(iso, style = { dateStyle: 'short', timeStyle: 'medium' }) {
    return iso ? element('time', { datetime: iso }, new Intl.DateTimeFormat(locale, style).format(new Date(iso))) : '';
  }

  const clock = at => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);

  /** @param body bytes go as they are, with a Content-Type among `more` headers; all else as JSON */
  async function call(name, { path, query, body, account, more } = {}) {
    const { method, url } = address(CALLS[name], path, query);
    const isBytes = body instanceof ArrayBuffer;
    const headers = { ...more };
    if (apiKey) {
      headers['X-API-KEY'] = apiKey;
    }
    if (account) {
      headers['X-ACCOUNT-KEY'] = account;
    }
    if (body && !isBytes) {
      headers['Content-Type'] = 'application/json';
    }
    try {
      const response = await fetch(url, {
        method, headers, body: isBytes ? body : body && JSON.stringify(body), cache: 'no-store', credentials: 'omit', redirect: 'error',
      });
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
      const json = isJson ? JSON.parse(text) : {};
      return {
        isGood: response.ok, status: response.status, text, headers: response.headers, data: json.data, errors: json.errors,
        after: json.meta?.after ?? null, message: json.message, retryAfter: Number(response.headers.get('retry-after')),
      };
    } catch (trouble) {
      return { isGood: false, status: 0, message: trouble.message, retryAfter: 0 };
    }
  }

  function say(text) {
    $('status').textContent = text;
  }

  /**
   * What is still so isn't said again by the next round; and neither a round nor a list that comes by itself takes away
   * what a press has brought.
   */
  function complain(lines, from = 'press') {
    complaints.set(from, lines);
    const all = [...complaints.values()].flat();
    if ($('problem').textContent !== all.join('')) {
      $('problem').replaceChildren(...all.map(line => element('p', {}, line)));
    }
  }

  /** An answer that is good; null where it isn't, which is shown. */
  function good(answer, from) {
    complain(answer.isGood ? [] : problemLines(answer, texts), from);
    return answer.isGood ? answer : null;
  }

  /** A control keeps the focus while it works, so it isn't disabled; it just doesn't begin again. */
  function working(control, work) {
    return async event => {
      event?.preventDefault();
      if (control.getAttribute('aria-busy') === 'true') {
        return;
      }
      control.setAttribute('aria-busy', 'true');
      try {
        await work();
      } finally {
        control.removeAttribute('aria-busy');
      }
    };
  }

  const onSubmit = (id, work) => $(id).addEventListener('submit', working($(id), work));
  const onClick = (id, work) => $(id).addEventListener('click', working($(id), work));

  function button(text, about, action, onclick) {
    return element('button', { type: 'button', 'aria-label': `${text}: ${about}`, 'data-action': action, onclick }, text);
  }

  /** Rows by their ids: one that says the same stays, and the focus stays in its row. */
  function showRows(body, rows) {
    const old = new Map([...body.rows].map(row => [row.dataset.id, row]));
    const isFirst = old.size === 0;
    const focused = document.activeElement?.closest('tr');
    const hadFocus = focused != null && focused.parentElement === body;
    const action = document.activeElement?.dataset.action;
    const now = rows.map(({ id, says, cells }) => {
      const before = old.get(id);
      if (before?.dataset.says === says) {
        return before;
      }
      return element('tr', { 'data-id': id, 'data-says': says, class: isFirst ? null : 'new' }, ...cells());
    });
    const isSame = now.length === body.rows.length && now.every((row, place) => row === body.rows[place]);
    if (isSame) {
      return;
    }
    body.replaceChildren(...now);
    if (hadFocus) {
      const row = now.find(one => one.dataset.id === focused.dataset.id);
      (row?.querySelector(`[data-action="${action}"]`) ?? row?.querySelector('th') ?? body.closest('section').querySelector('h2')).focus();
    }
  }

  function rowHead(...children) {
    return element('th', { scope: 'row', tabindex: '-1' }, ...children);
  }

  function tone(word) {
    if (['DONE', 'ACTIVE', 'DELIVERED'].includes(word)) {
      return 'good';
    }
    return ['FAILED', 'UNCERTAIN', 'RECONNECT_REQUIRED', 'REVOKED', 'DISABLED', ...OUTCOMES].includes(word) ? 'bad' : 'wait';
  }

  /** In the reader's language, with the API's own word beside it. */
  const named = word => [element('span', { class: tone(word) }, t(word)), ' ', element('span', { class: 'id' }, word)];

  function consent(word, detail) {
    return element('td', {}, ...named(word), detail ? element('div', { class: 'hint' }, `Fortnox: ${detail}`) : null);
  }

  // Companies

  function showCompanies() {
    showRows($('company-rows'), companies.map(company => {
      const account = accounts.get(company.connectionId);
      const detail = account?.consent === company.consent ? account.detail : null;
      return {
        id: company.connectionId,
        says: JSON.stringify([company, detail, Boolean(account)]),
        cells: () => [
          rowHead(company.companyName),
          element('td', { class: 'number' }, company.companyId),
          element('td', { class: 'number' }, company.organisationNumber ?? ''),
          consent(company.consent, detail),
          element('td', {}, moment(company.connectedDate, { dateStyle: 'short' })),
          element('td', {}, element('div', { class: 'buttons' },
            button(t('reconnect'), company.companyName, 'reconnect', () => connect(company)),
            account ? button(t('showTasks'), company.companyName, 'tasks', () => watchCompany(company.connectionId)) : null)),
        ],
      };
    }));
    $('no-companies').hidden = companies.length > 0;
    $('more-companies').hidden = moreCompanies == null;
  }

  async function readCompanies(after) {
    companiesReadAt = Date.now();
    const answer = good(await call('companies', { query: { after } }), 'companies');
    if (!answer) {
      return false;
    }
    companies = after ? [...companies, ...answer.data] : answer.data;
    moreCompanies = nextAfter(answer.headers.get('link'));
    showCompanies();
    return true;
  }

  async function readCallbackUrls() {
    const answer = await call('callbackUrls');
    const urls = answer.isGood ? answer.data.callbackUrls : [];
    $('callback').replaceChildren(...urls.map(url => element('option', { value: url }, url)));
    if (answer.isGood && urls.length === 0) {
      $('callback-hint').textContent = t('noCallback');
    }
  }

  /** Without a company: whichever the user chooses at Fortnox. */
  async function connect(company) {
    const body = { callbackUrl: $('callback').value || null, companyId: company?.companyId ?? null };
    const answer = good(await call('connect', { body }));
    if (!answer) {
      return;
    }
    const link = safeLink(answer.text);
    if (!link) {
      complain([t('noLink')]);
      return;
    }
    $('link-for').textContent = t('linkFor', { name: company?.companyName ?? t('anyCompany') });
    $('link-address').textContent = link;
    $('link-address').href = link;
    $('link').hidden = false;
    $('link').focus();
  }

  // Tasks

  async function addAccount() {
    const key = $('account-key').value.trim();
    const answer = good(await call('connection', { account: key }));
    if (!answer) {
      return;
    }
    $('account-key').value = '';
    const { connectionId, companyName, consent: word, consentDetail } = answer.data;
    accounts.set(connectionId, { key, name: companyName, consent: word, detail: consentDetail });
    showCompanies();
    watchCompany(connectionId);
  }

  function watchCompany(connectionId) {
    clearTimeout(watch?.timer);
    stopSeries();
    forgetRun();
    watch = { id: connectionId, ...accounts.get(connectionId), filters: filters(), isPaused: false, turn: 0 };
    forgetTasks();
    $('tasks').hidden = false;
    $('watched').textContent = watch.name;
    $('watched-consent').textContent = [t(watch.consent), watch.detail].filter(Boolean).join('. ');
    showPause();
    showBudget();
    $('tasks-heading').focus();
    poll();
    showImports();
  }

  function filters() {
    return { state: $('state').value, operation: $('operation').value, resource: $('resource').value.trim() };
  }

  function forgetTasks() {
    Object.assign(watch, { tasks: [], after: null, isFirst: true, failures: 0 });
    $('task-rows').replaceChildren();
    $('no-tasks').hidden = true;
    $('older').hidden = true;
  }

  async function poll() {
    const mine = watch;
    clearTimeout(mine.timer);
    const turn = ++mine.turn;
    const isStale = () => watch !== mine || mine.turn !== turn;
    const answer = await call('tasks', { account: mine.key, query: { limit: PAGE, ...mine.filters } });
    if (isStale()) {
      return;
    }
    if (good(answer, 'round')) {
      const before = mine.tasks;
      const { tasks, isGap } = merge(before, answer.data, answer.after);
      if (mine.isFirst || isGap) {
        mine.after = answer.after;
      }
      const read = await readOneByOne(mine, toRead(tasks, answer.data));
      if (isStale()) {
        return;
      }
      mine.isFirst = false;
      mine.tasks = replaced(tasks, read);
      announce(ended(before, mine.tasks));
      showTasks();
    }
    again(mine, poll, answer, mine.tasks.some(task => !isOver(task)));
    const time = clock(Date.now());
    $('polled').textContent = t(mine.isPaused ? 'paused' : answer.status === 401 ? 'stopped' : 'polling', { time });
  }

  /** Sets the next round of what is read by itself. */
  function again(mine, round, answer, isBusy) {
    mine.failures = answer.isGood ? 0 : mine.failures + 1;
    const seconds = nextPoll({
      isVisible: document.visibilityState === 'visible', isPaused: mine.isPaused, status: answer.status,
      retryAfter: answer.retryAfter, failures: mine.failures, isBusy,
    });
    if (seconds != null) {
      mine.timer = setTimeout(round, seconds * 1000);
    }
  }

  async function readOneByOne(mine, tasks) {
    const answers = await Promise.all(tasks.map(({ taskId }) => call('task', { account: mine.key, path: { taskId } })));
    return answers.filter(answer => answer.isGood).map(answer => ({ ...answer.data, read: true }));
  }

  /** The tasks with these in the places of those with the same ids, as far as the filter still has them. */
  function replaced(tasks, others) {
    const byId = new Map(others.map(task => [task.taskId, task]));
    return tasks
      .map(task => byId.get(task.taskId) ?? task)
      .filter(task => !watch.filters.state || task.state === watch.filters.state);
  }

  function announce(count) {
    const what = countWords(count, texts);
    if (what) {
      say(t('ended', { what }));
    }
  }

  function outcome(task) {
    if (task.problems?.length) {
      return element('ul', {}, ...task.problems.map(problem => element('li', {}, problemLine(problem, texts))));
    }
    return isOver(task) && task.resourceId ? t('id', { id: task.resourceId }) : '';
  }

  function showTasks() {
    showRows($('task-rows'), watch.tasks.map(task => ({
      id: task.taskId,
      says: JSON.stringify([task.state, task.problems, task.resourceId, task.finishedDate]),
      cells: () => [
        rowHead(taskName(task), element('div', { class: 'id' }, task.taskId)),
        element('td', {}, ...named(task.state)),
        element('td', {}, outcome(task)),
        element('td', {}, moment(task.acceptedDate)),
        element('td', {}, moment(task.finishedDate)),
        element('td', {}, task.state === 'OPEN' ? button(t('cancel'), taskName(task), 'cancel', () => cancel(task)) : ''),
      ],
    })));
    $('no-tasks').hidden = watch.tasks.length > 0;
    $('older').hidden = watch.after == null;
  }

  async function cancel(task) {
    const what = taskName(task);
    if (!confirm(t('sure', { what }))) {
      return;
    }
    const mine = watch;
    const answer = good(await call('cancel', { account: mine.key, path: { taskId: task.taskId } }));
    if (watch !== mine) {
      return;
    }
    if (answer) {
      // The next round must not tell of it once more.
      mine.tasks = replaced(mine.tasks, [{ ...answer.data, read: true }]);
      showTasks();
      say(t('calledOff', { what }));
    }
  }

  async function older() {
    const mine = watch;
    const answer = good(await call('tasks', { account: mine.key, query: { limit: PAGE, after: mine.after, ...mine.filters } }));
    if (!answer || watch !== mine) {
      return;
    }
    const read = await readOneByOne(mine, toRead(answer.data, answer.data));
    if (watch === mine) {
      mine.tasks = replaced(merge(mine.tasks, answer.data, null).tasks, read);
      mine.after = mine.tasks.length < MOST_TASKS ? answer.after : null;
      showTasks();
    }
  }

  function showPause() {
    $('pause').setAttribute('aria-pressed', String(watch.isPaused));
  }

  // Budget

  async function measure() {
    const mine = watch;
    const answer = await call('measure', { account: mine.key });
    if (watch !== mine || !good(answer)) {
      stopSeries();
      return;
    }
    const left = limit(answer.headers.get('ratelimit'), 'r');
    const quota = limit(answer.headers.get('ratelimit-policy'), 'q');
    if (left == null || !quota) {
      complain([t('noBudget')]);
      stopSeries();
      return;
    }
    const all = [...(measurements.get(mine.id) ?? []), { at: Date.now(), left, quota }];
    measurements.set(mine.id, all.filter(one => all.at(-1).at - one.at <= SPAN));
    showBudget();
  }

  function showBudget() {
    const all = measurements.get(watch.id) ?? [];
    $('budget').hidden = all.length === 0;
    if (all.length === 0) {
      return;
    }
    const { last, least, dots } = chart(all);
    const drawn = (name, attributes, ...children) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
      made.append(...children);
      return made;
    };
    const across = x => 26 + 324 * x;
    const up = y => 115 - 100 * y;
    const grid = [0, 10, 20, 25].flatMap(left => [
      drawn('line', { x1: 26, x2: 350, y1: up(left / 25), y2: up(left / 25) }),
      drawn('text', { x: 20, y: up(left / 25) + 4, 'text-anchor': 'end' }, String(left)),
    ]);
    const times = [0, 0.5, 1].map((x, place) => drawn('text', { x: across(x), y: 133, 'text-anchor': ['start', 'middle', 'end'][place] },
      clock(last.at - SPAN * (1 - x))));
    const marks = dots.flatMap(dot => [
      drawn('line', { class: 'stem', x1: across(dot.x), x2: across(dot.x), y1: up(0), y2: up(dot.y) }),
      drawn('circle', { cx: across(dot.x), cy: up(dot.y), r: 3 }),
    ]);
    $('chart').replaceChildren(...grid, ...times, ...marks);
    $('chart-text').textContent = t('chartText', {
      left: last.left, quota: last.quota, time: clock(last.at), least, count: dots.length,
    });
    $('budget-rows').replaceChildren(...dots.toReversed().map(dot =>
      element('tr', {}, element('th', { scope: 'row' }, clock(dot.at)), element('td', {}, String(dot.left)))));
  }

  /** Ends by itself, when the tab isn't seen any more, and at the second press. */
  async function startSeries() {
    if (series) {
      stopSeries();
      return;
    }
    const mine = { count: 0 };
    series = mine;
    $('series').setAttribute('aria-pressed', 'true');
    while (series === mine && mine.count++ < SERIES) {
      await measure();
      await new Promise(wake => setTimeout(wake, SERIES_MILLIS));
    }
    if (series === mine) {
      stopSeries();
    }
  }

  function stopSeries() {
    series = null;
    $('series').setAttribute('aria-pressed', 'false');
  }

  // Imports

  function showImports() {
    runs = { rows: [], after: null };
    $('import-form').reset();
    $('import-problems').replaceChildren();
    $('wrong-file').hidden = true;
    $('run-rows').replaceChildren();
    $('imported-to').textContent = watch.name;
    $('imports').hidden = false;
    return readRuns();
  }

  async function startImport() {
    const mine = watch;
    const [file] = $('import-file').files;
    const choices = { resource: $('import-resource').value, onError: $('on-error').value, matchBy: $('match-by').value };
    const type = mediaType(file.name);
    const trouble = !crypto.subtle ? 'insecure' : !type ? 'fileUnknown' : file.size > MOST_BYTES ? 'fileTooLarge' : null;
    showFileProblems(trouble ? [t(trouble, { file: file.name })] : []);
    if (trouble || !confirm(t('sureImport', { file: file.name, resource: choices.resource, company: mine.name }))) {
      return;
    }
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch (why) {
      showFileProblems([t('fileUnreadable', { file: file.name, why: why.message })]);
      return;
    }
    const { resource, ...query } = choices;
    const more = { 'Content-Type': type, 'Idempotency-Key': await importKey(choices, bytes) };
    say(t('sending', { file: file.name }));
    const answer = await call(resource, { account: mine.key, query, body: bytes, more });
    say('');
    if (watch !== mine) {
      return;
    }
    showFileProblems(answer.isGood ? [] : problemLines(answer, texts));
    if (answer.isGood) {
      const isRepeated = answer.headers.has('idempotency-replayed');
      say(isRepeated ? t('repeated') : t('started', { what: `${resource}, ${file.name}` }));
      await watchRun(answer.data.taskId, isRepeated ? null : { state: 'OPEN' });
      if (watch === mine) {
        await readRuns();
      }
    }
  }

  /** Many aren't put where they'd cover the page. */
  function showFileProblems(lines) {
    const isLong = lines.length > MOST_LINES;
    complain(isLong ? [t('manyWrong', { count: lines.length })] : lines);
    $('wrong-file').hidden = !isLong;
    $('import-problems').replaceChildren(...(isLong ? lines : []).map(line => element('li', {}, line)));
  }

  async function readRuns(after) {
    const mine = watch;
    const answer = await call('tasks', { account: mine.key, query: { limit: PAGE, operation: 'BULK', after } });
    if (watch !== mine || !good(answer, 'runs')) {
      return;
    }
    runs = { rows: after ? [...runs.rows, ...answer.data] : answer.data, after: answer.after };
    showRows($('run-rows'), runs.rows.map(task => ({
      id: task.taskId,
      says: JSON.stringify([task.state, task.finishedDate]),
      cells: () => [
        rowHead(task.resource, element('div', { class: 'id' }, task.taskId)),
        element('td', {}, ...named(task.state)),
        element('td', {}, moment(task.acceptedDate)),
        element('td', {}, moment(task.finishedDate)),
        element('td', {}, button(t('showRun'), `${task.resource} ${task.taskId}`, 'run', () => watchRun(task.taskId))),
      ],
    })));
    $('no-runs').hidden = runs.rows.length > 0;
    $('more-runs').hidden = runs.after == null;
  }

  function forgetRun() {
    clearTimeout(run?.timer);
    run = null;
    complain([], 'run');
    $('run').hidden = true;
  }

  /** @param before what it was when it was sent; null for one that is opened */
  async function watchRun(taskId, before = null) {
    forgetRun();
    run = { id: taskId, key: watch.key, before, turn: 0, failures: 0, toldAt: Date.now(), looked: 0, wrong: [] };
    $('wrong-rows').replaceChildren();
    await pollRun();
    if (run?.id === taskId && run.task) {
      $('run-heading').focus();
    }
  }

  async function pollRun() {
    const mine = run;
    clearTimeout(mine.timer);
    const turn = ++mine.turn;
    const isStale = () => run !== mine || mine.turn !== turn;
    let answer = await call('task', { account: mine.key, path: { taskId: mine.id } });
    if (isStale()) {
      return;
    }
    if (good(answer, 'run')) {
      const before = mine.task ?? mine.before;
      mine.task = answer.data;
      showRun();
      tellProgress(mine, before);
      const { bulk } = mine.task;
      const page = pageToRead(bulk, mine);
      if (page != null) {
        answer = await call('rows', { account: mine.key, path: { taskId: mine.id }, query: { page, limit: ROWS_AT_ONCE } });
      }
      if (isStale()) {
        return;
      }
      if (good(answer, 'run')) {
        Object.assign(mine, lookedThrough(bulk, mine, page, page == null ? [] : answer.data));
        showWrongRows();
      }
    }
    if (!mine.task || !isOver(mine.task) || pageToRead(mine.task.bulk, mine) != null) {
      again(mine, pollRun, answer, true);
    }
  }

  function runWords(task) {
    return progressWords(task, texts, iso => clock(new Date(iso)));
  }

  function tellProgress(mine, before) {
    if (isToTell(before, mine.task, mine.toldAt, Date.now())) {
      mine.toldAt = Date.now();
      say(`${t(mine.task.state)}: ${mine.task.resource}. ${runWords(mine.task)}`);
      if (isOver(mine.task)) {
        readRuns();
      }
    }
  }

  function showRun() {
    const { task } = run;
    $('run').hidden = false;
    $('run-heading').textContent = `${t('imports')}: ${task.resource}`;
    $('run-id').textContent = task.taskId;
    $('run-state').replaceChildren(...named(task.state));
    $('run-progress').max = task.bulk.rows;
    $('run-progress').value = task.bulk.rows - task.bulk.remaining;
    $('run-text').textContent = runWords(task);
    $('run-outcome').replaceChildren(outcome(task));
    if (isOver(task) && document.activeElement === $('call-off-run')) {
      $('run-heading').focus();
    }
    $('call-off-run').hidden = isOver(task);
  }

  function showWrongRows() {
    $('wrong').hidden = run.wrong.length === 0;
    showRows($('wrong-rows'), run.wrong.map(row => ({
      id: row.taskId,
      says: row.state,
      cells: () => [rowHead(String(row.row)), element('td', {}, ...named(row.state)), element('td', {}, outcome(row))],
    })));
  }

  async function callOffRun() {
    const mine = run;
    if (!confirm(t('sureRun', { what: mine.task.resource }))) {
      return;
    }
    const answer = await call('cancel', { account: mine.key, path: { taskId: mine.id } });
    if (run === mine && good(answer)) {
      await pollRun();
    }
  }

  async function download() {
    const mine = run;
    const parts = [];
    let after = null;
    do {
      const answer = await call('result', { account: mine.key, path: { taskId: mine.id }, query: { after }, more: { Accept: 'text/csv' } });
      if (run !== mine || !good(answer)) {
        return;
      }
      parts.push(answer.text);
      after = nextAfter(answer.headers.get('link'));
    } while (after != null);
    const href = URL.createObjectURL(new Blob([joined(parts)], { type: 'text/csv' }));
    element('a', { href, download: `${mine.id}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), MOST_SECONDS * 1000);
  }

  // Webhooks

  async function readWebhooks(after) {
    const answer = good(await call('webhooks', { query: { limit: PAGE, after } }), 'webhooks');
    if (!answer) {
      return;
    }
    webhooks = { rows: after ? [...webhooks.rows, ...answer.data] : answer.data, after: answer.after };
    $('webhooks').hidden = false;
    showWebhooks();
  }

  function showWebhooks() {
    showRows($('webhook-rows'), webhooks.rows.map(hook => ({
      id: hook.id,
      says: JSON.stringify(hook),
      cells: () => [
        rowHead(hook.callbackUrl),
        element('td', {}, [hook.resource, hook.eventType].filter(Boolean).join(' ') || t('everything')),
        element('td', {}, ...named(hook.status)),
        element('td', {}, moment(hook.failingSince)),
        element('td', {}, element('div', { class: 'buttons' },
          button(t('deliveries'), hook.callbackUrl, 'deliveries', () => watchDeliveries(hook)),
          button(t('test'), hook.callbackUrl, 'test', () => testWebhook(hook)),
          hook.status === 'ACTIVE' ? null : button(t('resume'), hook.callbackUrl, 'resume', () => resumeWebhook(hook)))),
      ],
    })));
    $('no-webhooks').hidden = webhooks.rows.length > 0;
    $('more-webhooks').hidden = webhooks.after == null;
  }

  async function testWebhook(hook) {
    const answer = good(await call('test', { path: { webhookId: hook.id } }));
    if (answer) {
      const { outcome: word, status, millis } = answer.data;
      say(t('tested', { address: hook.callbackUrl, outcome: t(word), status: status ?? '–', millis }));
    }
  }

  async function resumeWebhook(hook) {
    const answer = good(await call('resume', { path: { webhookId: hook.id }, body: { status: 'ACTIVE' } }));
    if (answer) {
      webhooks.rows = webhooks.rows.map(one => (one.id === hook.id ? answer.data : one));
      showWebhooks();
      say(t('resumed', { address: hook.callbackUrl }));
    }
  }

  async function watchDeliveries(hook) {
    deliveries = { hook, rows: [], after: null };
    $('delivery-rows').replaceChildren();
    $('delivered-to').textContent = hook.callbackUrl;
    if (await readDeliveries()) {
      $('deliveries').hidden = false;
      $('deliveries-heading').focus();
    }
  }

  async function readDeliveries(after) {
    const mine = deliveries;
    const answer = good(await call('deliveries', { path: { webhookId: mine.hook.id }, query: { limit: PAGE, after } }));
    if (!answer || deliveries !== mine) {
      return false;
    }
    mine.rows = after ? [...mine.rows, ...answer.data] : answer.data;
    mine.after = answer.after;
    showDeliveries();
    return true;
  }

  function showDeliveries() {
    showRows($('delivery-rows'), deliveries.rows.map(one => ({
      id: one.id,
      says: JSON.stringify(one),
      cells: () => [
        rowHead(one.type, element('div', { class: 'id' }, one.eventId)),
        element('td', {}, ...named(one.outcome)),
        ...[one.status, one.attempt, one.millis].map(number => element('td', { class: 'number' }, String(number ?? '–'))),
        element('td', {}, moment(one.timestamp)),
        // A test's event is kept nowhere.
        element('td', {}, one.connectionId ? button(t('replay'), `${one.type} ${one.eventId}`, 'replay', () => replay(one)) : ''),
      ],
    })));
    $('no-deliveries').hidden = deliveries.rows.length > 0;
    $('more-deliveries').hidden = deliveries.after == null;
  }

  async function replay(one) {
    const path = { webhookId: deliveries.hook.id, deliveryId: one.id };
    if (good(await call('replay', { path }))) {
      say(t('replayed', { what: one.type }));
    }
  }

  // Capabilities

  async function showCapabilities() {
    const answer = good(await call('capabilities'));
    if (!answer) {
      return;
    }
    const rows = Object.entries(answer.data).map(([name, capability]) => capabilityRow(name, capability));
    $('capability-rows').replaceChildren(...rows.map(row => element('tr', {},
      element('th', { scope: 'row' }, row.name),
      ...row.can.map(can => element('td', { class: can ? 'good' : 'hint' }, t(can ? 'yes' : 'no'))),
      ...[row.further, row.scopes, row.filters, String(row.fields)].map(text => element('td', {}, text)))));
    $('capabilities').hidden = false;
    $('show-capabilities').hidden = true;
    $('capabilities').focus();
  }

  document.documentElement.lang = lang;
  document.querySelectorAll('[data-text]').forEach(one => {
    one.textContent = t(one.dataset.text);
  });
  const option = word => element('option', { value: word }, `${t(word)} (${word})`);
  const words = list => list.map(word => element('option', { value: word }, word));
  $('state').append(element('option', { value: '' }, t('all')), ...STATES.map(option));
  $('operation').append(element('option', { value: '' }, t('all')), ...words(OPERATIONS));

  $('import-resource').append(...words(IMPORTED));
  $('on-error').append(...ON_ERROR.map(option));
  $('match-by').append(element('option', { value: '' }, t('create')), ...words(MATCH_BY));
  $('wrong-caption').textContent = t('wrongCaption', { most: MOST_WRONG });

  onSubmit('key-form', async () => {
    apiKey = $('api-key').value.trim();
    if (await readCompanies()) {
      $('api-key').value = '';
      $('companies').hidden = false;
      $('forget').hidden = false;
      await readCallbackUrls();
      await readWebhooks();
      $('companies-heading').focus();
    } else {
      apiKey = null;
    }
  });
  $('forget').addEventListener('click', () => location.reload());
  onClick('refresh', () => readCompanies());
  onClick('more-companies', () => readCompanies(moreCompanies));
  onSubmit('connect-form', () => connect(null));
  onSubmit('account-form', addAccount);
  onSubmit('filter-form', () => {
    watch.filters = filters();
    forgetTasks();
    return poll();
  });
  onClick('older', older);
  onClick('measure', measure);
  $('series').addEventListener('click', startSeries);
  onSubmit('import-form', startImport);
  onClick('call-off-run', callOffRun);
  onClick('download', download);
  onClick('read-runs', () => readRuns());
  onClick('more-runs', () => readRuns(runs.after));
  onClick('read-webhooks', () => readWebhooks());
  onClick('more-webhooks', () => readWebhooks(webhooks.after));
  onClick('read-deliveries', () => readDeliveries());
  onClick('more-deliveries', () => readDeliveries(deliveries.after));
  onClick('show-capabilities', showCapabilities);
  $('pause').addEventListener('click', () => {
    watch.isPaused = !watch.isPaused;
    showPause();
    poll();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') {
      clearTimeout(watch?.timer);
      clearTimeout(run?.timer);
      stopSeries();
      return;
    }
    if (watch && !watch.isPaused) {
      poll();
    }
    if (run) {
      pollRun();
    }
    // Whoever has connected a company in another tab comes back to see it.
    if (apiKey && !$('companies').hidden && Date.now() - companiesReadAt > CALM_SECONDS * 1000) {
      readCompanies();
    }
  });
}

if (typeof document !== 'undefined') {
  start();
}
