import { parseJson, type Clock } from '@bindery/kernel';
import { Pool } from 'undici';
import type { AlipayAccess } from './access';
import { readRawMembers, readText } from './raw-members';
import { isSignedRsa2, signRsa2 } from './rsa-keys';
import { toShanghaiTime } from './shanghai-time';
import { toSignedText } from './signed-parameters';

/** What Alipay said under its signature, or why there is nothing that could be believed. */
export type GatewayReply =
  { readonly kind: 'ANSWER'; readonly content: unknown } | { readonly kind: 'NO_ANSWER'; readonly detail: string };

export interface GatewayRequest {
  /** `alipay.user.agreement.query` */
  readonly method: string;
  /** `biz_content`, before it is written as JSON. */
  readonly content: object;
  readonly notifyUrl?: string;
}

export interface Gateway {
  /** Never rejects for what a network or Alipay can do, and never sends a request a second time. */
  ask(request: GatewayRequest, timeoutMs: number): Promise<GatewayReply>;
  /** The address of a page of Alipay's, signed as of `at`: the same each time. */
  pageUrl(request: GatewayRequest, at: Date): string;
  close(): Promise<void>;
}

const connectionsMax = 16;
/** The longest answer asked for has a dozen fields; a longer one would only fill the memory. */
const answerBytesMax = 64 * 1024;

/** Alipay's open platform: one address, a method by name, parameters of a form signed by RSA2, answers signed as they are written. */
export function createGateway(access: AlipayAccess, clock: Clock): Gateway {
  const { baseUrl, alipayPublicKeys } = access;
  const { origin, pathname } = new URL(`${baseUrl}/gateway.do`);
  const pool = new Pool(origin, { connections: connectionsMax, maxResponseSize: answerBytesMax });

  return {
    async ask(request, timeoutMs) {
      const { biz_content: content = '', ...parameters } = signed(access, request, clock.now());
      try {
        const answer = await pool.request({
          method: 'POST',
          path: `${pathname}?${new URLSearchParams(parameters)}`,
          headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
          body: new URLSearchParams({ biz_content: content }).toString(),
          signal: AbortSignal.timeout(timeoutMs),
        });
        const bytes = Buffer.from(await answer.body.arrayBuffer());
        if (answer.statusCode !== 200) return { kind: 'NO_ANSWER', detail: `status ${answer.statusCode}` };
        return readAnswer(bytes, request.method, alipayPublicKeys);
      } catch (error) {
        return { kind: 'NO_ANSWER', detail: toDetail(error) };
      }
    },
    pageUrl: (request, at) => `${baseUrl}/gateway.do?${new URLSearchParams(signed(access, request, at))}`,
    // Not close(): that waits for whatever still hangs.
    close: () => pool.destroy(),
  };
}

function signed(
  { appId, appPrivateKey }: AlipayAccess,
  { method, content, notifyUrl }: GatewayRequest,
  at: Date,
): Record<string, string> {
  const parameters = {
    app_id: appId,
    method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: toShanghaiTime(at),
    version: '1.0',
    ...(notifyUrl !== undefined && { notify_url: notifyUrl }),
    biz_content: JSON.stringify(content),
  };
  return { ...parameters, sign: signRsa2(appPrivateKey, Buffer.from(toSignedText(parameters))) };
}

/** What is not signed says nothing, an `error_response` included: anybody on the way could have written it. */
export function readAnswer(bytes: Buffer, method: string, keys: AlipayAccess['alipayPublicKeys']): GatewayReply {
  const members = readRawMembers(bytes);
  const content = members?.get(`${method.replaceAll('.', '_')}_response`);
  const sign = members?.get('sign');
  if (!content || !sign) return { kind: 'NO_ANSWER', detail: 'no signed answer' };
  if (!isSignedRsa2(keys, content, readText(sign) ?? '')) return { kind: 'NO_ANSWER', detail: 'signature invalid' };
  return { kind: 'ANSWER', content: parseJson(content.toString('utf8')) };
}

/** A code where there is one (ECONNREFUSED, UND_ERR_SOCKET …); never the message, which may repeat what was sent. */
function toDetail(error: unknown): string {
  const { code, name } = Object(error) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : String(name);
}
