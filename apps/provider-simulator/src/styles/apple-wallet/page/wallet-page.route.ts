import { pickLocale } from '@bindery/localisation';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { SimulatorState } from '../../../state/simulator-state';
import { phoneName } from '../phones/phones.route';
import type { Wallets } from '../phones/wallet';
import { en } from './texts.en';
import { plainPageHeaders } from '../../../page/plain-page';
import { renderWalletPage, type WalletNotice } from './wallet-page';

interface WalletPageDeps {
  readonly wallets: Wallets;
  readonly state: SimulatorState;
  /** Path of the page from the root. */
  readonly path: string;
}

const query = z.object({
  lang: z.string().max(20).optional().catch(undefined),
  notice: z
    .string()
    .refine((name): name is WalletNotice => `notice.${name}` in en)
    .optional()
    .catch(undefined),
});
const form = z.object({
  lang: z.string().max(20).default(''),
  phone: phoneName,
  url: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .optional(),
  serialNumber: z.string().max(100).default(''),
});

/** The page for people at `wallet`, and its two forms, each of which ends in a redirect to it. */
export function registerWalletPage(app: FastifyInstance, { wallets, state, path }: WalletPageDeps): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const show = (reply: FastifyReply, lang: string, notice: string) =>
    reply.redirect(`${path}?${new URLSearchParams({ lang, notice })}`, 303);

  app.get('/wallet', async (request, reply) => {
    const { lang, notice } = query.parse(request.query);
    const locale = pickLocale(lang) ?? pickLocale(request.headers['accept-language']) ?? 'en';
    return reply

      .headers(plainPageHeaders(locale))
      .send(renderWalletPage({ phones: state.phones.newestFirst(), notice, path }, locale));
  });

  app.post('/wallet/additions', async (request, reply) => {
    const { data } = form.safeParse(request.body);
    if (!data?.url) return show(reply, '', 'FORM_INVALID');
    const added = await wallets.add(data.phone, data.url);
    return show(reply, data.lang, added.ok ? 'ADDED' : added.error.kind);
  });

  app.post('/wallet/removals', async (request, reply) => {
    const { data } = form.safeParse(request.body);
    if (!data) return show(reply, '', 'FORM_INVALID');
    return show(reply, data.lang, (await wallets.remove(data.phone, data.serialNumber)) ? 'REMOVED' : 'GONE');
  });
}
