import { pickLocale, type Locale } from '@bindery/localisation';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { contentSecurityPolicy, renderPage } from './page';
import { registerPageActions, type PageDeps } from './page-actions.route';
import { buildPageModel } from './page-model';
import { noticeQuery } from './notice';
import { createWords } from './words';

const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

const pageQuery = noticeQuery.extend({
  lang: z.string().optional().catch(undefined),
  to: z.string().max(200).optional().catch(undefined),
  cards: pageNumber,
  messages: pageNumber,
});

/** Spoken where a browser asks for neither language, because most programmers who look here read it. */
const fallbackLocale: Locale = 'en';

/** The page for people at `/`, and the forms on it. */
export function registerPageRoutes(app: FastifyInstance, deps: PageDeps): void {
  app.get('/', async (request, reply) => {
    const { lang, to, cards, messages, ...notice } = pageQuery.parse(request.query);
    const locale = pickLocale(lang) ?? pickLocale(request.headers['accept-language']) ?? fallbackLocale;
    const model = buildPageModel(deps, { to: to || undefined, cards, messages });
    const page = renderPage(model, notice, createWords(locale, deps.providers));
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': locale,
        vary: 'accept-language',
        'cache-control': 'no-store',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .send(page);
  });
  registerPageActions(app, deps);
}
