import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pickLocale, type Locale } from '@bindery/localisation';
import { z } from 'zod';
import { answer, give, refusal } from '../../http/answers';
import { peopleOnly } from '../../http/people-only';
import type { StyledCompany, StyleWorld } from '../style';
import { registerDeductions } from './deductions.route';
import type { WeChatPayKeys } from './keys';
import { platformKeysOf, signers } from './platform-keys';
import { findToSign, signContract } from './sign-contract';
import { askPage, failedPage, signedPage } from './sign-page';
import { plainPageHeaders } from '../../page/plain-page';

const sessionOf = z.object({ session: z.string().max(200).default('') });
const keyOrder = z.strictObject({
  /** A new certificate, which signs from now on. */
  rotate: z.boolean().default(false),
  /** What signs notifications from now on. */
  notificationsBy: z.enum(signers).optional(),
});

const localeOf = ({ headers }: FastifyRequest): Locale => pickLocale(headers['accept-language']) ?? 'zh-CN';

/** What holders do in WeChat, and tests order of the platform; no merchant sends it. */
export function registerPeopleRoutes(
  app: FastifyInstance,
  company: StyledCompany<WeChatPayKeys>,
  world: StyleWorld,
): void {
  const { provider } = company;
  for (const guard of peopleOnly(world.peopleHosts)) app.addHook('onRequest', guard);
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );

  app.get('/papay/sign', async (request, reply) => {
    const locale = localeOf(request);
    const { session } = sessionOf.parse(request.query);
    const found = findToSign(world, provider, session);
    reply.headers(plainPageHeaders(locale));
    if (!found.ok) return reply.code(400).send(failedPage(locale, found.error));
    const card = world.state.cards.get(found.value.request.token ?? '');
    return reply.send(askPage(locale, session, `**${card?.lastFour ?? ''}`));
  });

  app.post('/papay/sign', async (request, reply) => {
    const { session } = sessionOf.parse(request.body);
    const signed = signContract(world, provider, session);
    if (request.headers['content-type'] === 'application/json')
      return give(reply, signed.ok ? answer(200, { signed: true }) : refusal(409, signed.error));
    const locale = localeOf(request);
    reply.headers(plainPageHeaders(locale));
    return signed.ok ? reply.send(signedPage(locale)) : reply.code(400).send(failedPage(locale, signed.error));
  });

  registerDeductions(app, company, world);

  app.post('/platform-keys', async (request, reply) => {
    const { rotate, notificationsBy } = keyOrder.parse(request.body);
    const keys = platformKeysOf(company, world.state);
    if (rotate) await keys.rotate();
    if (notificationsBy) keys.signNotificationsBy(notificationsBy);
    const serials = (await keys.certificates()).map(({ serial }) => serial);
    return give(reply, answer(200, { serials, handedOut: keys.handedOut() }));
  });
}
