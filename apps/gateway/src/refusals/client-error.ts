import type { GraphQLFormattedError } from 'graphql';
import { createTranslator, remedyWords, type Locale } from '@bindery/localisation';
import { toRemedyKind, type Remedy } from '@bindery/kernel';
import { requestLocale } from './request-locale';
import { isMistake, mistakeWords } from './mistake-words';
import { isRefusalCode, protocolWords, refusalWords, type RefusalCode } from './refusal-words';

/** Extensions a client may see; all others (service names, URLs, stack traces) stay inside. */
const clientExtensions = ['correlationId', 'limit', 'until', 'minimumVersion', 'reason'] as const;

/** Their words come from GraphQL.js for the developer of a client; in production they would tell of the graph and are kept back. */
const forDevelopers: ReadonlySet<RefusalCode> = new Set([
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

/** Subgraphs and the data source make these too, in no language or in one. */
const alwaysOurs: ReadonlySet<RefusalCode> = new Set(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE', 'UNAUTHENTICATED']);

/** Refusals of requests that ask for more than one may; the same in parts is answered. */
const asksTooMuch: readonly RefusalCode[] = [
  'TOO_MANY_ROOT_FIELDS',
  'TOO_DEEP',
  'TOO_COSTLY',
  'TOO_MANY_TOKENS',
  'DOCUMENT_TOO_LARGE',
  'TOO_MANY_SELECTIONS',
  'TOO_MANY_REPEATS',
  'TOO_MANY_FETCHES',
  'TOO_MANY_VALUES',
  'BODY_TOO_LARGE',
  'BATCHING_OFF',
];

/** What helps wherever a code comes from, unless the error brings more exact ones. */
const remediesOf: Partial<Record<string, readonly Remedy[]>> = {
  ...Object.fromEntries(asksTooMuch.map((code) => [code, [{ code: 'AskForLess' }]])),
  BAD_USER_INPUT: [{ code: 'CorrectInput' }],
  UNAUTHENTICATED: [{ code: 'LogIn' }],
};

const translate = createTranslator(refusalWords);

export interface ClientErrorOptions {
  /** In production the words of GraphQL.js, which name parts of the graph, are kept back. */
  readonly production: boolean;
  /** Told the code of each error that the gateway itself made and that concerns the request as a whole. */
  readonly count: (code: string) => void;
  /** Told of each error that nobody expected; answers the id by which it is found again. */
  readonly onBug: (error: unknown) => string;
}

/** Turns any error into what it looks like from outside; the second is the error before the server wrote it down. */
export type ToClientError = (formatted: GraphQLFormattedError, error?: unknown) => GraphQLFormattedError;

/**
 * The last funnel before the client: an error's code, its place, words in the language of who asks, what to do about it;
 * never anything of the inside.
 */
export function createClientErrors({ production, count, onBug }: ClientErrorOptions): ToClientError {
  return (formatted, error) => {
    const { message, path, locations } = formatted;
    const given: Readonly<Record<string, unknown>> = formatted.extensions ?? {};
    const madeBelow = path !== undefined || isOfPart(given);
    const code = codeOf(given, madeBelow);
    const correlation =
      code === 'INTERNAL_SERVER_ERROR' && !given.correlationId ? { correlationId: onBug(error ?? formatted) } : {};
    if (!madeBelow) count(code);
    const locale = requestLocale();
    const own = isOurs(code, {
      madeBelow,
      hasPlace: path !== undefined,
      hasWords: message !== code,
      isBug: 'correlationId' in correlation,
      production,
    })
      ? wordsOf(code, locale, given)
      : { message };
    return {
      message: own.message,
      ...(locations && !production ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: {
        ...shown(given, code, locale),
        ...own.extensions,
        ...correlation,
        code,
      },
    };
  };
}

interface Words {
  readonly message: string;
  readonly extensions?: { readonly reason: string };
}

/** What is said of a code; where a protocol has its own words for it, or a mistake is known, more stands in the reason. */
function wordsOf(code: RefusalCode, locale: Locale, given: Readonly<Record<string, unknown>>): Words {
  const message = translate(locale, code, valuesOf(given));
  const inProtocol = protocolWords[code];
  if (inProtocol) return { message: inProtocol, extensions: { reason: message } };
  const { mistake } = given;
  return isMistake(mistake) ? { message, extensions: { reason: mistakeWords[locale][mistake] } } : { message };
}

/**
 * Whether it concerns a part of the answer, place or none: there is none where nothing that the client asked for is null for it. An error of a
 * subgraph has its name, and a subgraph that did not answer is counted by `gateway_subgraph_failures_total`.
 */
const isOfPart = ({ serviceName, code }: Readonly<Record<string, unknown>>) =>
  serviceName !== undefined || code === 'SUBGRAPH_TIMEOUT' || code === 'SUBGRAPH_UNAVAILABLE';

/** The server gives every validation error its own code, so that a limit brings its code beside it. */
function codeOf({ limitCode, code }: Readonly<Record<string, unknown>>, madeBelow: boolean): string {
  const found = limitCode ?? code;
  return typeof found === 'string' && (madeBelow || isRefusalCode(found)) && found !== 'DOWNSTREAM_SERVICE_ERROR'
    ? found
    : 'INTERNAL_SERVER_ERROR';
}

interface Origin {
  readonly madeBelow: boolean;
  readonly hasPlace: boolean;
  /** Not of a refusal at the door, which has its code only. */
  readonly hasWords: boolean;
  readonly isBug: boolean;
  readonly production: boolean;
}

/** Whether the gateway says it in words of its own, rather than in those that came with the error. */
function isOurs(code: string, { madeBelow, hasPlace, hasWords, isBug, production }: Origin): code is RefusalCode {
  if (!isRefusalCode(code)) return false;
  if (isBug || alwaysOurs.has(code)) return true;
  // Without a place in the answer it is about the document, even if a subgraph says it; with one it is for the client's eyes.
  if (forDevelopers.has(code) && !hasPlace && hasWords) return production;
  return !madeBelow;
}

/** There are remedies always, be it that there are none: nothing but another request helps. */
function shown(given: Readonly<Record<string, unknown>>, code: string, locale: Locale): Record<string, unknown> {
  const plain = Object.fromEntries(
    clientExtensions.filter((key) => given[key] !== undefined).map((key) => [key, given[key]]),
  );
  const remedies = Array.isArray(given.remedies) ? (given.remedies as Remedy[]) : (remediesOf[code] ?? []);
  return { ...plain, remedies: remedies.map((remedy) => titled(remedy, locale)) };
}

/** The remedy as the graph shows it: its kind, and words unless its subgraph has put them in already. */
const titled = (remedy: Remedy, locale: Locale) => ({
  kind: toRemedyKind(remedy.code),
  title: remedyWords[locale][remedy.code],
  ...remedy,
});

const valuesOf = ({ limit, until, minimumVersion }: Readonly<Record<string, unknown>>) => ({
  ...(typeof limit === 'number' ? { limit } : {}),
  ...(until instanceof Date ? { until } : {}),
  ...(typeof minimumVersion === 'string' ? { minimumVersion } : {}),
});
