import { err, ok, type Id } from '@bindery/kernel';
import { z } from 'zod';
import { amountDue, refusalCause, shortText } from '../../bounds';
import type { ConnectorTimeouts } from '../../connector-style';
import type { Lending } from '../../connector';
import type { LendingOutcome } from '../../lending.rules';
import type { Reply, SignedClient } from '../../signed/signed-client';
import { readAnswer, unavailable } from './create-connector';
import { problemAnswer } from './protocol';

const offer = z.object({
  offerNumber: shortText,
  principal: amountDue.refine(({ value }) => value > 0),
  // A hundred percent: above it somebody has mistaken the unit.
  annualRateBps: z.int().min(0).max(10_000),
  months: z.int().min(1).max(360),
  monthly: amountDue,
  total: amountDue,
  firstRepaymentOn: z.iso.date(),
  until: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
const offersAnswer = z.object({ offers: z.array(offer).max(20) });

const requestAnswer = z.discriminatedUnion('status', [
  z.object({ requestId: shortText, status: z.literal('PENDING') }),
  z.object({
    requestId: shortText,
    status: z.literal('CONFIRMED'),
    loanNumber: shortText.optional(),
    refunded: amountDue.optional(),
  }),
  z.object({ requestId: shortText, status: z.literal('REFUSED'), cause: refusalCause }),
]);

/** What a lender of the generic protocol does beside holding accounts: the same signatures, `/lending` below its address. */
export function createLending(client: SignedClient, { interactiveMs, jobMs }: ConnectorTimeouts): Lending {
  return {
    async offers(credentialReference, consents) {
      const body = { credentialReference, consents };
      const reply = await client.ask({ method: 'POST', path: '/lending/offers', body, timeoutMs: interactiveMs });
      const cause = causeOf(reply);
      if (cause) return err({ kind: 'REFUSED', cause });
      const answer = readAnswer(reply, offersAnswer);
      if (!answer.ok) return answer;
      const ofOneCurrency = answer.value.offers.every(
        ({ principal, monthly, total }) =>
          principal.currency === monthly.currency && principal.currency === total.currency,
      );
      return ofOneCurrency ? ok(answer.value.offers) : err(unavailable('an offer in several currencies'));
    },
    async send(request) {
      const reply = await client.ask({
        method: 'POST',
        path: '/lending/requests',
        body: request,
        headers: { 'idempotency-key': request.requestId },
        timeoutMs: jobMs,
      });
      const cause = causeOf(reply);
      // Something was done under this id before: what, it has to be asked.
      if (cause && cause !== 'IDEMPOTENCY_KEY_REUSED') return { status: 'REFUSED', cause };
      return toOutcome(request.requestId, reply);
    },
    async query(requestId) {
      const path = `/lending/requests/${encodeURIComponent(requestId)}`;
      const reply = await client.ask({ method: 'GET', path, timeoutMs: jobMs });
      const isNotKnown =
        reply.kind === 'ANSWER' &&
        reply.status === 404 &&
        problemAnswer.safeParse(reply.body).data?.code === 'REQUEST_UNKNOWN';
      return isNotKnown ? { status: 'NOT_KNOWN' } : toOutcome(requestId, reply);
    },
  };
}

/** A definitive no: the lender has looked at it and done nothing. */
const causeOf = (reply: Reply): string | undefined =>
  reply.kind === 'ANSWER' && (reply.status === 400 || reply.status === 422)
    ? problemAnswer.safeParse(reply.body).data?.code
    : undefined;

/** An answer about another request, or one that cannot be read, is none. */
function toOutcome(requestId: Id<'operation'>, reply: Reply): LendingOutcome {
  if (reply.kind === 'NO_ANSWER') return { status: 'UNKNOWN', detail: reply.detail };
  if (reply.status !== 200 && reply.status !== 202) return { status: 'UNKNOWN', detail: `status ${reply.status}` };
  const { data } = requestAnswer.safeParse(reply.body);
  if (data?.requestId !== requestId) return { status: 'UNKNOWN', detail: 'unreadable answer' };
  const { requestId: _, ...outcome } = data;
  return outcome;
}
