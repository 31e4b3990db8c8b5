import { err, ok, type Result } from '@bindery/kernel';
import { outsideWaitMs, type Log } from '@bindery/service';
import type { z } from 'zod';
import type { Connector, ProviderUnavailable, TokenisedCard, TokeniseError } from '../connector';
import type { EnteredCard } from '../connector.rules';
import type { CardProtocol } from './card-protocol';
import { toQueryOutcome, toSendOutcome } from './operation-outcome';
import { credentialAnswer, obligationsAnswer, problemAnswer } from './protocol';
import type { Reply, SignedClient } from '../signed/signed-client';

export interface ConnectorOptions {
  readonly client: SignedClient;
  readonly protocol: CardProtocol;
  /** Where the provider posts outcomes of operations. */
  readonly callbackUrl: string;
  readonly log: Log;
  readonly timeouts?: ConnectorTimeouts;
}

/** How long an answer is waited for, in milliseconds. */
export interface ConnectorTimeouts {
  /** Where a person waits, and the gateway a little longer: so that what they hear of a provider that hangs is our answer. */
  readonly interactiveMs: number;
  /** Where a job waits: a provider that is slow once a day should not become UNKNOWN by it. */
  readonly jobMs: number;
}

const defaultTimeouts: ConnectorTimeouts = { interactiveMs: outsideWaitMs, jobMs: 10_000 };

/** The connector of a provider that speaks the generic protocol: JSON over HTTP, requests signed both ways. */
export function createConnector({
  client,
  protocol,
  callbackUrl,
  log,
  timeouts = defaultTimeouts,
}: ConnectorOptions): Connector {
  const { interactiveMs, jobMs } = timeouts;
  const read = (path: string, timeoutMs: number) => client.ask({ method: 'GET', path, timeoutMs });

  return {
    async tokenise(card) {
      if (card.kind !== protocol.kind) return err({ kind: 'CARD_REFUSED', reason: protocol.refusals[0] });
      const body = protocol.toTokenRequest(card);
      const reply = await client.ask({ method: 'POST', path: '/tokens', body, timeoutMs: interactiveMs });
      return toTokenised(protocol, card, reply);
    },
    async send(request) {
      const { operationId, kind, token, credentialReference } = request;
      const reply = await client.ask({
        method: 'POST',
        path: '/operations',
        body: { operationId, kind, token, credentialReference, callbackUrl },
        headers: { 'idempotency-key': operationId },
        timeoutMs: jobMs,
      });
      const outcome = toSendOutcome(request, reply);
      if (outcome.status === 'UNKNOWN')
        log.warn({ operationId, detail: outcome.detail }, 'an operation was sent and its outcome is unknown');
      return outcome;
    },
    query: async (operationId) =>
      toQueryOutcome(operationId, await read(`/operations/${encodeURIComponent(operationId)}`, jobMs)),
    async credentialStatus(reference) {
      const reply = await read(credentialPath(reference), jobMs);
      const answer = readAnswer(reply, credentialAnswer);
      if (!answer.ok) return answer;
      return answer.value.credentialReference === reference
        ? ok(answer.value.status)
        : err(unavailable('an answer about another credential'));
    },
    obligations: async (reference) =>
      readAnswer(await read(`${credentialPath(reference)}/obligations`, interactiveMs), obligationsAnswer),
  };
}

const credentialPath = (reference: string): string => `/credentials/${encodeURIComponent(reference)}`;

const unavailable = (detail: string): ProviderUnavailable => ({ kind: 'PROVIDER_UNAVAILABLE', detail });

function readAnswer<Schema extends z.ZodType>(
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
  const secret = secretOf?.(card);
  const echoes = answer.ok && secret !== undefined && JSON.stringify(answer.value).includes(secret);
  return echoes ? err(unavailable('the answer repeats the card number')) : answer;
}
