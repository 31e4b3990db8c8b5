import { err, ok, type Result } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { z } from 'zod';
import type { Connector, ProviderUnavailable, TokenisedCard, TokeniseError } from '../../connector';
import type { EnteredCard } from '../../connector.rules';
import type { CardProtocol } from '../../card-protocol';
import { toActivationOutcome, toQueryOutcome, toSendOutcome } from './operation-outcome';
import { credentialAnswer, listAnswer, obligationsAnswer, problemAnswer } from './protocol';
import type { ConnectorTimeouts } from '../../connector-style';
import type { Reply, SignedClient } from '../../signed/signed-client';

export interface ConnectorOptions {
  readonly client: SignedClient;
  readonly protocol: CardProtocol;
  /** Where the provider posts outcomes of operations. */
  readonly callbackUrl: string;
  readonly log: Log;
  readonly timeouts: ConnectorTimeouts;
}

/** The connector of a provider that speaks the generic protocol: JSON over HTTP, requests signed both ways. */
export function createConnector({ client, protocol, callbackUrl, log, timeouts }: ConnectorOptions) {
  const { interactiveMs, jobMs } = timeouts;
  const read = (path: string, timeoutMs: number) => client.ask({ method: 'GET', path, timeoutMs });

  async function readCredential(reference: string) {
    const answer = readAnswer(await read(credentialPath(reference), jobMs), credentialAnswer);
    const isOther = answer.ok && answer.value.credentialReference !== reference;
    return isOther ? err(unavailable('an answer about another credential')) : answer;
  }
  return {
    async tokenise(card) {
      if (card.kind !== protocol.kind) return err({ kind: 'CARD_REFUSED', reason: protocol.refusals[0] });
      const body = protocol.toTokenRequest(card);
      const reply = await client.ask({ method: 'POST', path: '/tokens', body, timeoutMs: interactiveMs });
      return toTokenised(protocol, card, reply);
    },
    async send(request) {
      const { operationId, kind, token, credentialReference } = request;
      const followsCredentialReference =
        'followsCredentialReference' in request ? request.followsCredentialReference : undefined;
      const reply = await client.ask({
        method: 'POST',
        path: '/operations',
        body: { operationId, kind, token, credentialReference, followsCredentialReference, callbackUrl },
        headers: { 'idempotency-key': operationId },
        timeoutMs: jobMs,
      });
      const outcome = toSendOutcome(request, reply);
      if (outcome.status === 'UNKNOWN')
        log.warn({ operationId, detail: outcome.detail }, 'an operation was sent and its outcome is unknown');
      return outcome;
    },
    async settleObligation(request) {
      const { operationId } = request;
      const reply = await client.ask({
        method: 'POST',
        path: '/operations',
        body: { ...request, callbackUrl },
        headers: { 'idempotency-key': operationId },
        timeoutMs: jobMs,
      });
      return toSendOutcome(request, reply);
    },
    query: async (operationId) =>
      toQueryOutcome(operationId, await read(`/operations/${encodeURIComponent(operationId)}`, jobMs)),
    async activate(operationId, { code }) {
      const path = `/operations/${encodeURIComponent(operationId)}/code`;
      const reply = await client.ask({ method: 'POST', path, body: { code }, timeoutMs: interactiveMs });
      return toActivationOutcome(operationId, reply);
    },
    async credentialStatus(reference) {
      const answer = await readCredential(reference);
      return answer.ok ? ok(answer.value.status) : answer;
    },
    async heldByProvider(reference) {
      const answer = await readCredential(reference);
      return answer.ok ? ok(answer.value.status !== 'ABSENT' && answer.value.heldByProvider) : answer;
    },
    list: async (after) => readAnswer(await read(`/credentials?${new URLSearchParams({ after })}`, jobMs), listAnswer),
    obligations: async (reference) =>
      readAnswer(await read(`${credentialPath(reference)}/obligations`, interactiveMs), obligationsAnswer),
  } satisfies Connector;
}

export const credentialPath = (reference: string): string => `/credentials/${encodeURIComponent(reference)}`;

export const unavailable = (detail: string): ProviderUnavailable => ({ kind: 'PROVIDER_UNAVAILABLE', detail });

export function readAnswer<Schema extends z.ZodType>(
  reply: Reply,
  schema: Schema,
  status = 200,
): Result<z.infer<Schema>, ProviderUnavailable> {
  if (reply.kind === 'NO_ANSWER') return err(unavailable(reply.detail));
  if (reply.status !== status) return err(unavailable(`status ${reply.status}`));
  const parsed = schema.safeParse(reply.body);
  return parsed.success ? ok(parsed.data) : err(unavailable('unreadable answer'));
}

function toTokenised(
  { tokenAnswer, refusals, secretOf }: CardProtocol,
  card: EnteredCard,
  reply: Reply,
): Result<TokenisedCard, TokeniseError> {
  const code =
    reply.kind === 'ANSWER' && reply.status === 422 ? problemAnswer.safeParse(reply.body).data?.code : undefined;
  if (code !== undefined && refusals.includes(code)) return err({ kind: 'CARD_REFUSED', reason: code });
  const answer = readAnswer(reply, tokenAnswer, 201);
  // The answer is stored: a provider that echoes the number instead of replacing it must not make us keep it.
  const text = answer.ok ? JSON.stringify(answer.value) : '';
  const echoes = [secretOf?.(card) ?? []].flat().some((secret) => text.includes(secret));
  return echoes ? err(unavailable('the answer repeats what was handed over')) : answer;
}
