import { scrub } from './scrub';

/** What a log line keeps of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** A SQLSTATE, or what Node or a driver calls the failure. Not `code`, which is redacted: codes of people are secrets. */
  readonly errorCode?: string;
  readonly stack?: string;
  /** The statement with its places, without what was put in them. */
  readonly query?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

const queryMax = 500;
const wordMax = 100;
const frameMax = 300;
const framesMax = 30;

const nestedMax = 5;
const siblingsMax = 10;

/**
 * An error for the log: named fields and nothing else it carries. Those of databases come with the values of the statement
 * (TypeORM's `parameters`) and of the row (PostgreSQL's `detail`, `where`): consents, phones, whatever was being written.
 */
export function toLoggedError(error: unknown): LoggedError | string | undefined {
  if (typeof error === 'string') return scrub(error);
  return isErrorLike(error) ? describe(error, 0) : undefined;
}

/** The same in a few words, to be kept beside what failed or shown to a person. */
export function tellError(error: unknown): string {
  if (!isErrorLike(error)) return 'something that is no error was thrown';
  const { type, message } = describe(error, nestedMax);
  return `${type}: ${message}`;
}

type ErrorLike = { readonly message: string } & Readonly<Record<string, unknown>>;

const isErrorLike = (value: unknown): value is ErrorLike =>
  typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';

function describe(error: ErrorLike, depth: number): LoggedError {
  const { name, constructor, code, stack, query, table, constraint, cause, errors } = error;
  const type = word(typeof constructor === 'function' ? constructor.name : name) ?? 'Error';
  const message = messageOf(error, type);
  const nested = (value: unknown) => (depth < nestedMax && isErrorLike(value) ? describe(value, depth + 1) : undefined);
  const siblings = Array.isArray(errors) ? errors.slice(0, siblingsMax).flatMap((one) => nested(one) ?? []) : [];
  return {
    type,
    message,
    errorCode: word(code),
    stack:
      typeof stack === 'string' ? [`${type}: ${message}`, ...framesOf(stack, error.message)].join('\n') : undefined,
    query: typeof query === 'string' ? shorten(withoutLiterals(query), queryMax) : undefined,
    table: word(table),
    constraint: word(constraint),
    cause: nested(cause),
    errors: siblings.length > 0 ? siblings : undefined,
  };
}

/**
 * Of bad data PostgreSQL (SQLSTATE class 22), parsers (`JSON.parse`, `BigInt`) and GraphQL.js (a variable's value) quote what was bad.
 */
function messageOf({ message, code }: ErrorLike, type: string): string {
  if (typeof code === 'string' && /^22...$/.test(code)) return scrub(message.replace(/"[^]*"/, '"[redacted]"'));
  if (type === 'SyntaxError') return scrub(message.replace(/(["'`])[^]*\1|convert [^]*? to a/g, '[redacted]'));
  if (type === 'GraphQLError') return scrub(message.replace(/(\b(?:value|found)\b:?) [^]*/, '$1 [redacted]'));
  return scrub(message);
}

/** A statement that was put together, not filled in, has values in it. */
const withoutLiterals = (query: string): string => query.replace(/'(?:[^']|'')*'?/g, "'…'");

/** A stack begins with the whole message again. */
const framesOf = (stack: string, message: string): string[] =>
  stack
    .slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, framesMax)
    .map((line) => shorten(line, frameMax));

const word = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? shorten(String(value), wordMax) : undefined;

const shorten = (text: string, longest: number): string =>
  text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
