import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Locale } from '@bindery/localisation';

/** What an argument may be, in each language. */
export type ArgumentWords = Readonly<Record<Locale, string>>;

/** An argument that fits its type and still cannot be: a page of a thousand, a cursor that is none. BAD_USER_INPUT, with words for who asks. */
export const argumentError = (words: ArgumentWords): GraphQLError =>
  new GraphQLError(words.en, { extensions: { code: 'BAD_USER_INPUT', words } });

/** The error with the words of this language where it has some for each. */
export function inLanguage(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const words = error.extensions?.words as ArgumentWords | undefined;
  return words ? { ...error, message: words[locale] } : error;
}

const unfit =
  /^Argument "(\w+)" (?:of (?:required|non-null) type .* (?:was not provided|must not be null)|has invalid value)/;

/** GraphQL.js finds null for an argument that may not be null where it calls the resolver, and gives it no code: the mistake is the caller’s. */
export function withCode(error: GraphQLFormattedError): GraphQLFormattedError {
  const argument = unfit.exec(error.message)?.[1];
  if (argument === undefined || error.extensions?.code !== 'INTERNAL_SERVER_ERROR') return error;
  const words: ArgumentWords = { en: `${argument} cannot be that.`, 'zh-CN': `${argument} 的值无效。` };
  return { ...error, extensions: { code: 'BAD_USER_INPUT', words } };
}
