import type { FastifyRequest } from 'fastify';
import { defaultLocale, pickLocale, type Locale } from '@bindery/localisation';
import { headerText } from '@bindery/service';

/** The language a request asks for, else Chinese. */
export const localeOf = (request: FastifyRequest): Locale => wantedLocale(request) ?? defaultLocale;

/** Undefined when it names none of ours. */
export const wantedLocale = ({ headers }: FastifyRequest): Locale | undefined =>
  pickLocale(headerText(headers['accept-language']));
