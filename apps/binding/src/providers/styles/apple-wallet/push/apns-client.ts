import { parseJson } from '@bindery/kernel';
import { Pool } from 'undici';

interface ApnsClientDeps {
  /** `https://api.push.apple.com`. */
  readonly baseUrl: string;
  readonly topic: string;
  readonly providerToken: () => Promise<string>;
  readonly timeoutMs: number;
  /** An authority besides those that Node trusts, in tests. */
  readonly ca?: string;
}

/** GONE: no device has this token any more, since `at` where APNs says so. FAILED: not told, and to be told again. */
export type PushOutcome =
  | { readonly is: 'SENT' }
  | { readonly is: 'GONE'; readonly at: Date | null }
  | { readonly is: 'FAILED'; readonly detail: string };

export interface ApnsClient {
  /** Tells a device that there is something new, and not what: the payload is empty. Never throws for what a network can do. */
  push(pushToken: string): Promise<PushOutcome>;
  close(): Promise<void>;
}

const connectionsMax = 4;
const answerBytesMax = 16 * 1024;
/** What APNs calls a token that will never work. */
const goneReasons = ['BadDeviceToken', 'DeviceTokenNotForTopic', 'Unregistered', 'ExpiredToken'];

/** APNs by its provider API ("Sending notification requests to APNs"): HTTP/2 where the server offers it, as Apple’s does. */
export function createApnsClient({ baseUrl, topic, providerToken, timeoutMs, ca }: ApnsClientDeps): ApnsClient {
  const { origin, pathname } = new URL(baseUrl);
  const basePath = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    allowH2: true,
    connections: connectionsMax,
    maxResponseSize: answerBytesMax,
    ...(ca !== undefined && { connect: { ca } }),
  });

  return {
    async push(pushToken) {
      try {
        const answer = await pool.request({
          method: 'POST',
          path: `${basePath}/3/device/${encodeURIComponent(pushToken)}`,
          headers: {
            authorization: `bearer ${await providerToken()}`,
            'apns-topic': topic,
            'content-type': 'application/json',
          },
          body: '{}',
          signal: AbortSignal.timeout(timeoutMs),
        });
        return toOutcome(answer.statusCode, parseJson(await answer.body.text()));
      } catch (error) {
        const { code, name } = Object(error) as { code?: unknown; name?: unknown };
        return { is: 'FAILED', detail: typeof code === 'string' ? code : String(name) };
      }
    },
    // Not close(): that waits for whatever still hangs.
    close: () => pool.destroy(),
  };
}

function toOutcome(status: number, body: unknown): PushOutcome {
  if (status === 200) return { is: 'SENT' };
  const { reason, timestamp } = Object(body) as { reason?: unknown; timestamp?: unknown };
  if ((status === 400 || status === 410) && goneReasons.includes(String(reason)))
    return { is: 'GONE', at: typeof timestamp === 'number' ? new Date(timestamp) : null };
  const said = typeof reason === 'string' && /^[A-Za-z]{1,40}$/.test(reason) ? ` ${reason}` : '';
  return { is: 'FAILED', detail: `status ${status}${said}` };
}
