import type { GraphQLFormattedError } from 'graphql';
import { requestLimits } from '../limits/request-limits';
import type { RefusalCode } from '../refusals/refusal-words';

interface OwnCode {
  readonly code: RefusalCode;
  readonly limit?: number;
}

/** Refusals that the GraphQL server and GraphQL.js tell apart by their words only; `limits-at-the-door.spec.ts` holds them to these. */
const byWords: readonly (OwnCode & { readonly words: RegExp })[] = [
  {
    words: /^Syntax Error: Document contains more tha[nt] \d+ tokens/,
    code: 'TOO_MANY_TOKENS',
    limit: requestLimits.tokens,
  },
  { words: /^Too many validation errors/, code: 'TOO_MANY_ERRORS', limit: requestLimits.reportedErrors },
  { words: /^This operation has been blocked as a potential Cross-Site/, code: 'CSRF_PREVENTED' },
];

/** The error with a code of the door's own where it came with a general one. */
export function withOwnCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { message, extensions } = formatted;
  const found = extensions?.limitCode ? undefined : byWords.find(({ words }) => words.test(message));
  if (!found) return formatted;
  const { code, limit } = found;
  return { ...formatted, extensions: { ...extensions, code, ...(limit === undefined ? {} : { limit }) } };
}
