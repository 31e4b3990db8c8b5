import type { GraphQLFormattedError } from 'graphql';
import { createTranslator, remedyWords, type Locale } from '@bindery/localisation';
import type { Remedy } from '@bindery/kernel';
import { askedLocale } from './refusals/asking';
import { ownCodeOf } from './refusals/own-code';
import { isRefusalCode, refusalWords, type RefusalCode } from './refusals/refusal-words';

/** Extensions a client may see; all others (service names, URLs, stack traces) stay inside. */
const publicExtensions = ['correlationId', 'limit', 'until', 'minimumVersion', 'reason'] as const;

/** Their words come from GraphQL.js for the developer of a client; in production nothing of the graph is told by them. */
const forDevelopers: ReadonlySet<RefusalCode> = new Set(['BAD_REQUEST', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT']);

/** Subgraphs and the data source make these too, in no language or in one. */
const alwaysOurs: ReadonlySet<RefusalCode> = new Set(['SUBGRAPH_TIMEOUT', 'SUBGRAPH_UNAVAILABLE', 'UNAUTHENTICATED']);

const translate = createTranslator(refusalWords);

export interface PublicErrors {
  /** In production the words of GraphQL.js, which name parts of the graph, are kept back. */
  readonly production: boolean;
  /** Told the code of each error that concerns the request as a whole. */
  readonly count: (code: string) => void;
}

/** Turns any error into what it looks like from outside. */
export type ToPublicError = (formatted: GraphQLFormattedError) => GraphQLFormattedError;

/**
 * The last funnel before the client: an error's code, its place, words in the language of who asks, what to do about it;
 * never anything of the inside.
 */
export function createPublicError({ production, count }: PublicErrors): ToPublicError {
  return (formatted) => {
    const { message, path, locations } = formatted;
    const told: Readonly<Record<string, unknown>> = { ...formatted.extensions, ...ownCodeOf(formatted) };
    const code = codeOf(told, path !== undefined);
    const locale = askedLocale();
    const shown = Object.fromEntries(publicExtensions.filter((key) => told[key] !== undefined).map((key) => [key, told[key]]));
    const remedies = Array.isArray(told.remedies) ? { remedies: told.remedies.map((remedy: Remedy) => titled(remedy, locale)) } : {};
    if (!path) count(code);
    return {
      message: isOurs(code, told, path !== undefined, production) ? translate(locale, code, valuesOf(told)) : message,
      ...(locations && !production ? { locations } : {}),
      ...(path ? { path } : {}),
      extensions: { ...shown, ...remedies, code },
    };
  };
}

/** The server gives every validation error its own code, so that a limit brings its code beside it. */
function codeOf({ limitCode, code }: Readonly<Record<string, unknown>>, hasPlace: boolean): string {
  const found = limitCode ?? code;
  return typeof found === 'string' && (hasPlace || isRefusalCode(found)) && found !== 'DOWNSTREAM_SERVICE_ERROR' ? found : 'INTERNAL_SERVER_ERROR';
}

/** Whether the gateway says it in words of its own, rather than in those that came with the error. */
function isOurs(code: string, { correlationId }: Readonly<Record<string, unknown>>, hasPlace: boolean, production: boolean): code is RefusalCode {
  if (!isRefusalCode(code)) return false;
  if (alwaysOurs.has(code)) return true;
  // With a place in the answer it was made by a subgraph, for the client's eyes, or is a bug that nobody has masked yet.
  if (hasPlace) return code === 'INTERNAL_SERVER_ERROR' && !correlationId;
  return production || !forDevelopers.has(code);
}

/** The remedy with its words, unless its subgraph has put them in already. */
const titled = (remedy: Remedy, locale: Locale) => ({ title: remedyWords[locale][remedy.code], ...remedy });

const valuesOf = ({ limit, until, minimumVersion }: Readonly<Record<string, unknown>>) => ({
  ...(typeof limit === 'number' ? { limit } : {}),
  ...(until instanceof Date ? { until } : {}),
  ...(typeof minimumVersion === 'string' ? { minimumVersion } : {}),
});
