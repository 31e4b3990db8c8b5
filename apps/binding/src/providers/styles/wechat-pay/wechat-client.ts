import { X509Certificate, type KeyObject } from 'node:crypto';
import { parseJson, type Clock } from '@bindery/kernel';
import type { Log } from '@bindery/service';
import { Pool } from 'undici';
import { createPlatformKeys, type PlatformKeys } from './platform-keys';
import { verifyPlatform } from './platform-signature';
import { readCertificates, type PlatformCertificate } from './read-certificates';
import { authorizationOf, type Merchant } from './request-signature';

/** An answer that the platform signed, or why there is none that could be believed. `body` is undefined where it is not JSON. */
export type Reply =
  | { readonly kind: 'ANSWER'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'NO_ANSWER'; readonly detail: string };

export interface WeChatRequest {
  readonly method: 'GET' | 'POST';
  /** Below the base URL, beginning with a slash. */
  readonly path: string;
  readonly body?: object;
  /** From the first try to connect to the last byte of the answer. */
  readonly timeoutMs: number;
}

export interface WeChatClient {
  readonly keys: PlatformKeys;
  /** Never rejects for what a network or the platform can do, and never sends a request a second time. */
  ask(request: WeChatRequest): Promise<Reply>;
  close(): Promise<void>;
}

export interface WeChatClientOptions {
  /** `https://api.mch.weixin.qq.com`, without a slash at the end. */
  readonly baseUrl: string;
  readonly merchant: Merchant;
  readonly apiV3Key: string;
  readonly publicKey: { readonly id: string; readonly key: KeyObject } | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** For certificates, which somebody waits for while something else is checked with them. */
  readonly downloadTimeoutMs: number;
}

/** A platform that hangs may hold so many connections. */
const connectionsMax = 16;
/** The longest honest answer is a list of certificates, a few KiB each. */
const answerBytesMax = 256 * 1024;
/** The platform refuses requests that name no program. */
const userAgent = 'bindery';

interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** HTTP to the platform: each request signed by the merchant, each answer by the platform, or it is none. */
export function createWeChatClient(options: WeChatClientOptions): WeChatClient {
  const { baseUrl, merchant, apiV3Key, publicKey, clock, log, downloadTimeoutMs } = options;
  const { origin, pathname } = new URL(baseUrl);
  const pool = new Pool(origin, { connections: connectionsMax, maxResponseSize: answerBytesMax });
  const basePath = pathname.replace(/\/$/, '');

  async function send({ method, path, body, timeoutMs }: WeChatRequest, wanted?: string): Promise<RawAnswer | string> {
    const target = `${basePath}${path}`;
    const text = body ? JSON.stringify(body) : '';
    try {
      const answer = await pool.request({
        method,
        path: target,
        body: text === '' ? undefined : text,
        headers: {
          accept: 'application/json',
          'user-agent': userAgent,
          authorization: authorizationOf(merchant, { method, target, body: text }, clock.now()),
          ...(text !== '' && { 'content-type': 'application/json' }),
          // Says which key the answer shall be signed with, while certificates give way to public keys.
          ...(wanted !== undefined && { 'wechatpay-serial': wanted }),
        },
        signal: AbortSignal.timeout(timeoutMs),
      });
      const bytes = Buffer.from(await answer.body.arrayBuffer());
      return { status: answer.statusCode, headers: answer.headers, body: bytes };
    } catch (error) {
      return toDetail(error);
    }
  }

  /** The answer is signed with a certificate that may be among those it brings: they are credible by their encryption. */
  async function download(): Promise<readonly PlatformCertificate[] | undefined> {
    const request = { method: 'GET', path: '/v3/certificates', timeoutMs: downloadTimeoutMs } as const;
    const answer = await send(request);
    if (typeof answer === 'string' || answer.status !== 200) {
      const detail = typeof answer === 'string' ? answer : `status ${answer.status}`;
      return void log.warn({ detail }, 'platform certificates could not be downloaded');
    }
    const certificates = readCertificates(answer.body.toString('utf8'), apiV3Key);
    const brought = async (serial: string) => {
      if (serial === publicKey?.id) return publicKey.key;
      const certificate = certificates?.find((one) => one.serial === serial);
      return certificate && new X509Certificate(certificate.pem).publicKey;
    };
    const verified = await verifyPlatform(answer, clock.now(), brought);
    if (certificates && verified.ok) return certificates;
    return void log.warn(
      { detail: verified.ok ? 'unreadable answer' : verified.error.kind },
      'platform certificates were not believed',
    );
  }

  const keys = createPlatformKeys({ publicKey, download, clock, log });

  return {
    keys,
    async ask(request) {
      const answer = await send(request, keys.wanted());
      if (typeof answer === 'string') return { kind: 'NO_ANSWER', detail: answer };
      const verified = await verifyPlatform(answer, clock.now(), keys.find);
      // Success that is not signed is forged (“签名”); a refusal may come from a proxy and says as little.
      if (!verified.ok) return { kind: 'NO_ANSWER', detail: `status ${answer.status}, ${verified.error.kind}` };
      return { kind: 'ANSWER', status: answer.status, body: parseJson(verified.value) };
    },
    // Not close(): that waits for whatever still hangs.
    close: () => pool.destroy(),
  };
}

/** A code where there is one (ECONNREFUSED, UND_ERR_SOCKET …); never the message, which may repeat what was sent. */
function toDetail(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
