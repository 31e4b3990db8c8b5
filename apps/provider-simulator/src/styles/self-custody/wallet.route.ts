import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pickLocale, type Locale } from '@bindery/localisation';
import { z } from 'zod';
import { answer, give, giveUnder, refusal } from '../../http/answers';
import { refuseOtherHosts } from '../../http/known-hosts';
import { refuseOtherSites } from '../../http/other-sites';
import type { Provider } from '../../providers/provider';
import type { StyleWorld } from '../style';
import { walletChains } from './chains';
import { readMessage, type Wallet } from './sign-message';
import { notSignedPage, openPage, readPage, signedPage } from './wallet-page';
import { plainPageHeaders } from '../../page/plain-page';

/** Forms send lines ended by CR LF (HTML, 4.10.22.4); what is signed has LF only. */
const message = z
  .string()
  .min(1)
  .max(4_000)
  .transform((text) => text.replace(/\r\n/g, '\n'));
const account = z.coerce.number().int().min(0).max(9).default(0);
const form = z.object({ chain: z.string().max(80), message, account });
const order = z.strictObject({ message, account });

const localeOf = ({ headers }: FastifyRequest): Locale => pickLocale(headers['accept-language']) ?? 'en';

/** The wallet app of somebody: its page for people, and the same in one call for tests. */
export function registerWalletRoutes(
  app: FastifyInstance,
  { code, name }: Provider,
  wallet: Wallet,
  world: Pick<StyleWorld, 'faults' | 'holds' | 'peopleHosts'>,
): void {
  app.addHook('onRequest', refuseOtherHosts(world.peopleHosts));
  app.addHook('onRequest', refuseOtherSites);
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  const list = () =>
    Promise.all(walletChains.map(async (chain) => ({ ...chain, address: (await wallet.keyOf(chain, 0)).address })));

  app.get('/wallet', async (request, reply) => {
    const locale = localeOf(request);
    const addresses = (await list()).map(({ name: chain, address }) => ({ chain, address }));
    return reply.headers(plainPageHeaders(locale)).send(openPage(locale, name[locale], addresses));
  });

  app.post('/wallet/read', async (request, reply) => {
    const locale = localeOf(request);
    const asked = form.parse(request.body);
    reply.headers(plainPageHeaders(locale));
    if (readMessage(asked.message)) return reply.send(readPage(locale, name[locale], asked));
    return reply.code(422).send(notSignedPage(locale, name[locale], 'MESSAGE_UNREADABLE', asked.message));
  });

  app.post('/wallet/sign', async (request, reply) => {
    const locale = localeOf(request);
    const asked = form.parse(request.body);
    const signed = await wallet.sign(asked.chain, asked.message, asked.account);
    reply.headers(plainPageHeaders(locale));
    if (signed.ok) return reply.send(signedPage(locale, name[locale], signed.value));
    return reply.code(422).send(notSignedPage(locale, name[locale], signed.error, asked.message));
  });

  app.get('/wallets', async (_request, reply) =>
    give(reply, answer(200, { wallets: (await list()).map(({ id: chain, address }) => ({ chain, address })) })),
  );

  app.get<{ Params: { chain: string; account: string } }>('/wallets/:chain/:account', async (request, reply) => {
    const chain = walletChains.find(({ id }) => id === request.params.chain);
    if (!chain) return give(reply, refusal(404, 'CHAIN_UNKNOWN'));
    const key = await wallet.keyOf(chain, account.parse(request.params.account));
    return give(reply, answer(200, { chain: chain.id, address: key.address }));
  });

  app.post<{ Params: { chain: string } }>('/wallets/:chain/signatures', async (request, reply) => {
    const asked = order.parse(request.body);
    const signed = await wallet.sign(request.params.chain, asked.message, asked.account);
    return giveUnder(world.faults.take(code, 'BIND'), world.holds, reply, () =>
      signed.ok ? answer(201, signed.value) : refusal(422, signed.error),
    );
  });
}
