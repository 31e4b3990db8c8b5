import { newId, type Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import type { SimulatorState } from '../state/simulator-state';
import { createAlarms } from './alarms';
import type { OutgoingWebhook, WebhookBody } from '../records/outgoing-webhook';
import type { NoticeRequest, Notices } from './notice';
import { retryAfterMs } from './retry-schedule';
import { spoil } from './spoil';
import type { Spoiling } from '../records/fault-mode';

export interface SendOptions {
  readonly delayMs?: number;
  /** What is wrong with the first try. */
  readonly spoiling?: Spoiling;
  /** What is sent when it was taken. */
  readonly then?: WebhookBody;
}

export interface WebhookSender {
  /** Sends a webhook, after `delayMs`, until it is taken or given up. */
  send(provider: string, url: string, body: WebhookBody, how?: SendOptions): void;
  /** Goes on with what an earlier run left unsent. */
  start(): void;
  /** Calls off what waits (it is kept for the next start) and ends what is under way. */
  stop(): Promise<void>;
}

export interface WebhookSenderDeps {
  readonly state: SimulatorState;
  readonly noticesOf: (provider: string) => Notices | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

/** A receiver that needs longer counts as away. */
const timeoutMs = 5_000;
/** Characters of an answer that are looked at. */
const answerMax = 1_000;
/** More at once would only fill the receiver's queue. */
const inFlightMax = 32;

/** Sends webhooks worded and signed by their provider, at least once, in no promised order. */
export function createWebhookSender({ state, noticesOf, clock, log }: WebhookSenderDeps): WebhookSender {
  const alarms = createAlarms(clock);
  const stopping = new AbortController();
  const inFlight = new Set<Promise<void>>();
  const ready: string[] = [];

  const attempt = async (webhook: OutgoingWebhook) => {
    await state.flushed();
    const problem = await post(webhook, noticesOf(webhook.provider), state, clock.now(), stopping.signal);
    if (problem === undefined) {
      state.webhooks.remove(webhook.id);
      if (webhook.then) send(webhook.provider, webhook.url, webhook.then);
      return;
    }
    if (stopping.signal.aborted) return;
    const attempts = webhook.attempts + 1;
    const waitMs = retryAfterMs(attempts);
    const next = { ...webhook, attempts, nextAt: clock.now().getTime() + (waitMs ?? 0), gaveUp: waitMs === undefined };
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

  const send: WebhookSender['send'] = (provider, url, body, { delayMs = 0, spoiling, then } = {}) => {
    const webhook = {
      id: newId('webhook'),
      provider,
      url,
      body: JSON.stringify(body),
      attempts: 0,
      nextAt: clock.now().getTime() + delayMs,
      gaveUp: false,
      ...(spoiling && { spoiling }),
      ...(then && { then }),
    };
    state.webhooks.put(webhook.id, webhook);
    schedule(webhook);
  };

  return {
    send,
    start: () => state.webhooks.all().forEach(schedule),
    async stop() {
      alarms.clear();
      stopping.abort();
      await Promise.all(inFlight);
    },
  };
}

/** Answers what went wrong, or undefined when the webhook was taken, or is none of its provider's. */
async function post(
  webhook: OutgoingWebhook,
  notices: Notices | undefined,
  state: SimulatorState,
  at: Date,
  stopping: AbortSignal,
): Promise<string | undefined> {
  const request = await notices?.toRequest(webhook, at, state);
  if (!notices || !request) return undefined;
  const spoiling = webhook.attempts === 0 ? webhook.spoiling : undefined;
  const deliver = async (sent: NoticeRequest) => {
    const answer = await fetch(webhook.url, {
      method: 'POST',
      ...sent,
      redirect: 'manual',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)]),
    });
    return notices.isTaken(answer.status, await readStart(answer)) ? undefined : `status ${answer.status}`;
  };
  try {
    const problem = await deliver(
      spoiling ? await spoil(request, spoiling, () => notices.byUnknownKey?.(webhook, at, state)) : request,
    );
    // To the byte what was taken before, as somebody would send it who had listened.
    if (spoiling === 'replay' && problem === undefined) await deliver(request);
    return problem;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** As much of an answer as says that a message was taken. */
async function readStart(answer: Response): Promise<string> {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.length >= answerMax) break;
  }
  return text.slice(0, answerMax);
}
