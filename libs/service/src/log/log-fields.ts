import { toLoggedError } from './log-error';
import { scrub } from './scrub';

type Keep = (value: unknown) => unknown;

const wordMax = 200;
const listMax = 50;

/** An id, a code, a name of ours: no spaces, and no number that somebody could be called by. */
const word: Keep = (value) =>
  typeof value === 'string' && /^[\w.:@/+,#-]+$/.test(value) && !/^\+?\d{7,}$/.test(value)
    ? value.slice(0, wordMax)
    : undefined;

/** `REQUEST_MALFORMED`; never a code that somebody was sent. */
const codeOfOurs: Keep = (value) =>
  typeof value === 'string' && /^[A-Z][A-Z_]{2,59}$/.test(value) ? value : undefined;

const count: Keep = (value) =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && /^-?\d{1,19}$/.test(value))
    ? value
    : undefined;

/** Words for operators, which may quote what they are about. */
const sentence: Keep = (value) => (typeof value === 'string' ? scrub(value) : undefined);

const either =
  (...ways: readonly Keep[]): Keep =>
  (value) =>
    ways.map((keep) => keep(value)).find((kept) => kept !== undefined);

const listOf =
  (keep: Keep): Keep =>
  (value) =>
    Array.isArray(value) ? value.slice(0, listMax).map((item) => keep(item) ?? '[left out]') : undefined;

const time: Keep = (value) =>
  value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : undefined;

const counts: Keep = (value) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).flatMap(([name, item]) => (word(name) ? [[name, count(item)]] : [])))
    : undefined;

/** Without a login, and without what comes after the path. */
const url: Keep = (value) => {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol, host, pathname } = new URL(value);
  return `${protocol}//${host}${pathname}`;
};

const error: Keep = (value) => {
  const told = toLoggedError(value);
  return typeof told === 'string' ? scrub(told) : told;
};

/** Every field that a line may have besides its message, and what it may hold. Whatever else is given is left out of the line, and its name told in `leftOut`. */
const fields: Readonly<Record<string, Keep>> = {
  err: error,
  error,
  cause: either(error, sentence),
  accountId: word,
  act: word,
  aheadMs: count,
  attempts: count,
  behind: listOf(word),
  bindingId: word,
  by: word,
  cardId: word,
  challengeId: word,
  channel: word,
  clients: count,
  code: codeOfOurs,
  component: word,
  connection: word,
  consumer: word,
  correlationId: word,
  deadLetter: count,
  deliveryId: word,
  detail: sentence,
  digest: word,
  dimension: word,
  documents: count,
  eventId: word,
  events: count,
  failures: count,
  field: word,
  from: count,
  gaveUp: count,
  group: word,
  jobId: either(count, word),
  jobs: listOf(either(count, word)),
  kind: word,
  label: word,
  lag: count,
  maintenance: count,
  offset: count,
  operation: word,
  notificationId: word,
  operationId: word,
  outcome: word,
  part: word,
  partition: count,
  path: either(word, listOf(either(count, word))),
  pools: listOf(word),
  port: count,
  problem: sentence,
  provider: word,
  pruned: counts,
  reason: either(word, sentence),
  requestId: word,
  retryAt: time,
  route: word,
  seconds: count,
  service: word,
  status: count,
  subgraph: word,
  taskIdentifier: word,
  tookMs: count,
  topic: word,
  topics: listOf(word),
  traceId: word,
  tries: count,
  type: word,
  url,
  webhookId: word,
  workerId: word,
};

/** What of an object may stand in a log. */
export function keepLogFields(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  const leftOut: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const keep = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const told = keep?.(value);
    if (told !== undefined) kept[name] = told;
    else if (leftOut.length < listMax) leftOut.push(String(word(name) ?? 'no word'));
  }
  return leftOut.length > 0 ? { ...kept, leftOut } : kept;
}
