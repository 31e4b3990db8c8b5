import type { FastifyRequest } from 'fastify';
import { pickLocale, type Locale } from '@bindery/localisation';
import { headerText } from '@bindery/service';

/** To who names no language of ours: developers with a command line, mostly. People come with an app, which names theirs. */
export const spokenOtherwise: Locale = 'en';

/** The language a request asks for, else English. */
export const localeOf = (request: FastifyRequest): Locale => wantedLocale(request) ?? spokenOtherwise;

/** Undefined when it names none of ours. */
export const wantedLocale = ({ headers }: FastifyRequest): Locale | undefined =>
  pickLocale(headerText(headers['accept-language']));
