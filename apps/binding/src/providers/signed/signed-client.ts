import { newId, parseJson, type Clock } from '@bindery/kernel';
import { currentTraceparent } from '@bindery/service';
import { Pool } from 'undici';
import { signPayload } from './signature';

export interface Endpoint {
  /** `https://api.example.com/providers/seaside-bank`, without a slash at the end. */
  readonly baseUrl: string;
  /** Standard Webhooks secret, `whsec_…`. */
  readonly secret: string;
}

/** An answer as it came, or why there is none that could be read. `body` is undefined where it is not JSON. */
export type Reply =
  | { readonly kind: 'ANSWER'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'NO_ANSWER'; readonly detail: string };

export interface SignedRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL, beginning with a slash. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** From the first try to connect to the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface SignedClient {
  /** Never rejects for what a network or a provider can do, and never sends a request a second time. */
  ask(request: SignedRequest): Promise<Reply>;
  close(): Promise<void>;
}

/** One provider that hangs may hold so many connections, and none of another provider's. */
const connectionsMax = 16;
/** The longest honest answer has a few hundred doors; a longer one would only fill the memory. */
const answerBytesMax = 256 * 1024;

/** HTTP to one provider, each request signed: a POST by its body, a GET by its path and query. */
export function createSignedClient({ baseUrl, secret }: Endpoint, clock: Clock): SignedClient {
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, { connections: connectionsMax, maxResponseSize: answerBytesMax });
  const basePath = pathname.replace(/\/$/, '');

  return {
    async ask({ method, path, body, headers, timeoutMs }) {
      const target = `${basePath}${path}`;
      const text = body && JSON.stringify(body);
      try {
        const answer = await pool.request({
          method,
          path: target,
          body: text,
          headers: {
            ...(text !== undefined && { 'content-type': 'application/json' }),
            ...traceHeader(),
            ...headers,
            ...signPayload(secret, newId('message'), clock.now(), text ?? target),
          },
          signal: AbortSignal.timeout(timeoutMs),
        });
        return { kind: 'ANSWER', status: answer.statusCode, body: parseJson(await answer.body.text()) };
      } catch (error) {
        return { kind: 'NO_ANSWER', detail: toDetail(error) };
      }
    },
    // Not close(): that waits for whatever still hangs.
    close: () => pool.destroy(),
  };
}

function traceHeader(): Record<string, string> {
  const traceparent = currentTraceparent();
  return traceparent === undefined ? {} : { traceparent };
}

/** A code where there is one (ECONNREFUSED, UND_ERR_SOCKET …); never the message, which may repeat what was sent. */
function toDetail(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
