import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pickLocale, type Locale } from '@bindery/localisation';
import { z } from 'zod';
import { answer, give, giveUnder, refusal } from '../../http/answers';
import { peopleOnly } from '../../http/people-only';
import type { StyledCompany, StyleWorld } from '../style';
import type { AlipayKeys } from './keys';
import { agree, readSigning, type SigningFault } from './signing';
import { agreedPage, askPage, failedPage } from './signing-page';
import { plainPageHeaders } from '../../page/plain-page';

const agreed = z.object({ link: z.string().max(8_000), account: z.string().trim().min(1).max(100) });

const localeOf = (request: FastifyRequest): Locale => pickLocale(request.headers['accept-language']) ?? 'zh-CN';

/** Where a merchant's signed link leads: its user reads, and agrees; a program by the same path in JSON. */
export function registerSigning(app: FastifyInstance, company: StyledCompany<AlipayKeys>, world: StyleWorld): void {
  const { provider, keys } = company;

  const failed = (reply: FastifyReply, locale: Locale, fault: SigningFault) =>
    reply.headers(plainPageHeaders(locale)).code(400).send(failedPage(locale, fault));

  app.get('/gateway.do', async (request, reply) => {
    const locale = localeOf(request);
    const link = request.url.split('?')[1] ?? '';
    const signing = readSigning(world, provider, keys, link);
    if (!signing.ok) return failed(reply, locale, signing.error);
    return reply.headers(plainPageHeaders(locale)).send(askPage(locale, 'agreements', link));
  });

  app.post('/agreements', { onRequest: peopleOnly(world.peopleHosts) }, async (request, reply) => {
    const byForm = typeof request.body === 'string';
    const { link, account } = agreed.parse(
      byForm ? Object.fromEntries(new URLSearchParams(request.body as string)) : request.body,
    );
    const locale = localeOf(request);
    const signing = readSigning(world, provider, keys, link);
    const fault = signing.ok ? world.faults.take(provider.code, 'BIND') : undefined;
    const tell = (done: { ok: true } | { ok: false; error: SigningFault }) => {
      if (!byForm) return done.ok ? answer(200, { agreed: true }) : refusal(422, done.error);
      return done.ok ? answer(200, agreedPage(locale)) : answer(400, failedPage(locale, done.error));
    };
    if (byForm) reply.headers(plainPageHeaders(locale));
    if (!signing.ok) return give(reply, tell(signing));
    return giveUnder(fault, world.holds, reply, () => tell(agree(world, provider, signing.value, account, fault)));
  });
}
