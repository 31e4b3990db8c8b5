import { newId } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { signatureHeaders } from '../signatures/signature';
import type { SimulatorState } from '../state/simulator-state';
import { createAlarms } from './alarms';
import type { OutgoingWebhook, WebhookBody } from '../records/outgoing-webhook';
import { retryAfterMs } from './retry-schedule';

export interface WebhookSender {
  /** Sends a webhook, after `delayMs`, until it is taken or given up. */
  send(provider: string, url: string, body: WebhookBody, delayMs?: number): void;
  /** Goes on with what an earlier run left unsent. */
  start(): void;
  /** Calls off what waits (it is kept for the next start) and ends what is under way. */
  stop(): Promise<void>;
}

export interface WebhookSenderDeps {
  readonly state: SimulatorState;
  readonly secrets: Readonly<Record<string, string>>;
  readonly log: Log;
}

/** A receiver that needs longer counts as away. */
const timeoutMs = 5_000;
/** More at once would only fill the receiver's queue. */
const inFlightMax = 32;

/** Sends webhooks signed by their provider, at least once, in no promised order. */
export function createWebhookSender({ state, secrets, log }: WebhookSenderDeps): WebhookSender {
  const alarms = createAlarms();
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const ready: string[] = [];

  const attempt = async (webhook: OutgoingWebhook) => {
    await state.flushed();
    const problem = await post(webhook, secrets[webhook.provider] ?? '', stopping.signal);
    if (problem === undefined) return state.webhooks.remove(webhook.id);
    if (stopping.signal.aborted) return;
    const attempts = webhook.attempts + 1;
    const waitMs = retryAfterMs(attempts);
    const next = { ...webhook, attempts, nextAt: Date.now() + (waitMs ?? 0), gaveUp: waitMs === undefined };
    state.webhooks.put(webhook.id, next);
    log.warn({ webhookId: webhook.id, attempts, gaveUp: next.gaveUp, problem }, 'webhook not taken');
    schedule(next);
  };

  const pump = () => {
    while (ready.length > 0 && inFlight.size < inFlightMax && !stopping.signal.aborted) {
      const webhook = state.webhooks.get(ready.shift() ?? '');
      if (!webhook) continue;
      const sending: Promise<void> = attempt(webhook)
        .catch((error: unknown) => log.error({ err: error, webhookId: webhook.id }, 'webhook could not be sent'))
        .finally(() => {
          inFlight.delete(sending);
          pump();
        });
      inFlight.add(sending);
    }
  };

  const schedule = ({ id, nextAt, gaveUp }: OutgoingWebhook) => {
    if (gaveUp) return;
    alarms.set(nextAt, () => {
      ready.push(id);
      pump();
    });
  };

  return {
    send(provider, url, body, delayMs = 0) {
      const webhook = {
        id: newId('webhook'),
        provider,
        url,
        body: JSON.stringify(body),
        attempts: 0,
        nextAt: Date.now() + delayMs,
        gaveUp: false,
      };
      state.webhooks.put(webhook.id, webhook);
      schedule(webhook);
    },
    start: () => state.webhooks.all().forEach(schedule),
    async stop() {
      alarms.clear();
      stopping.abort();
      await Promise.all(inFlight);
    },
  };
}

/** Answers what went wrong, or undefined when the webhook was taken. */
async function post(
  { id, url, body }: OutgoingWebhook,
  secret: string,
  stopping: AbortSignal,
): Promise<string | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signatureHeaders(secret, id, new Date(), body) },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]),
    });
    await answer.body?.cancel();
    return answer.ok ? undefined : `status ${answer.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
