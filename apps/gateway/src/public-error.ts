import type { GraphQLFormattedError } from 'graphql';

/** Extensions a client may see; all others (service names, URLs, stack traces) stay inside. */
const publicExtensions = ['remedies', 'correlationId', 'limit'] as const;

/** What an error looks like from outside: its words, its place, its code and what to do. */
export function toPublicError({ message, path, locations, extensions = {} }: GraphQLFormattedError): GraphQLFormattedError {
  const shown = Object.fromEntries(publicExtensions.filter((key) => extensions[key] !== undefined).map((key) => [key, extensions[key]]));
  // The server gives every validation error its own code, so that a limit brings its code beside it.
  const code = extensions.limitCode ?? extensions.code ?? 'INTERNAL_SERVER_ERROR';
  return { message, ...(locations ? { locations } : {}), ...(path ? { path } : {}), extensions: { ...shown, code } };
}
