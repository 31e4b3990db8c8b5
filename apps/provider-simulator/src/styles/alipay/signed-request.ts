import { createVerify } from 'node:crypto';
import { err, ok, type Result } from '@bindery/kernel';
import { z } from 'zod';
import type { AlipayKeys } from './keys';
import { ofWallTime } from './wall-time';

/** As the open platform words it. */
export interface GatewayFault {
  readonly code: string;
  readonly msg: string;
  readonly sub_code: string;
  readonly sub_msg: string;
}

export type Parameters = Readonly<Record<string, string>>;

export interface SignedRequest {
  readonly method: string;
  readonly parameters: Parameters;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

const invalid = (sub_code: string, sub_msg: string): Result<never, GatewayFault> =>
  err({ code: '40002', msg: 'Invalid Arguments', sub_code, sub_msg });
const missing = (name: string): Result<never, GatewayFault> =>
  err({
    code: '40001',
    msg: 'Missing Required Arguments',
    sub_code: `isv.missing-${name.replaceAll('_', '-')}`,
    sub_msg: `缺少参数 ${name}`,
  });

const required = ['app_id', 'method', 'charset', 'sign_type', 'sign', 'timestamp', 'version', 'biz_content'] as const;

/** Query and body of a request as one set of parameters; a name that comes twice makes none. */
export function readParameters(...forms: readonly string[]): Parameters | undefined {
  const entries = forms.flatMap((form) => [...new URLSearchParams(form)]);
  const parameters = Object.fromEntries(entries);
  return Object.keys(parameters).length === entries.length ? parameters : undefined;
}

/** Looks at everything that is the same for each method; only what a merchant signed with its key gets through. */
export function readSignedRequest(
  parameters: Parameters | undefined,
  { appId, appPublicKeys }: AlipayKeys,
): Result<SignedRequest, GatewayFault> {
  if (!parameters) return invalid('isv.invalid-parameter', '参数重复');
  const lacking = required.find((name) => !parameters[name]);
  if (lacking) return missing(lacking);
  const { app_id, method = '', charset = '', sign_type, version, format = 'JSON', timestamp = '' } = parameters;
  if (app_id !== appId) return invalid('isv.invalid-app-id', '无效的AppID参数');
  if (version !== '1.0') return invalid('isv.invalid-version', '无效的version参数');
  if (format.toUpperCase() !== 'JSON') return invalid('isv.invalid-format', '无效的数据格式');
  if (charset.toLowerCase() !== 'utf-8') return invalid('isv.invalid-charset', '字符集错误');
  if (sign_type !== 'RSA2') return invalid('isv.invalid-signature-type', '无效的签名类型');
  const sentAt = ofWallTime(timestamp);
  if (Number.isNaN(sentAt)) return invalid('isv.invalid-timestamp', '非法的时间戳参数');
  if (!isSigned(parameters, appPublicKeys)) return invalid('isv.invalid-signature', '无效签名');
  return ok({ method, parameters, sentAt });
}

function isSigned(parameters: Parameters, publicKeys: readonly string[]): boolean {
  const { sign = '', ...others } = parameters;
  const content = Object.entries(others)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .sort((a, b) => (a.slice(0, a.indexOf('=')) < b.slice(0, b.indexOf('=')) ? -1 : 1))
    .join('&');
  return publicKeys.some((key) => createVerify('RSA-SHA256').update(content, 'utf8').verify(key, sign, 'base64'));
}

const clockMinutesMax = 5;

export function timeFault(sentAt: number, now: Date): GatewayFault | undefined {
  if (Math.abs(now.getTime() - sentAt) <= clockMinutesMax * 60_000) return undefined;
  return { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.invalid-timestamp', sub_msg: '非法的时间戳参数' };
}

/** `biz_content` as its method wants it. */
export function readContent<Schema extends z.ZodType>(
  { parameters }: SignedRequest,
  schema: Schema,
): Result<z.infer<Schema>, GatewayFault> {
  try {
    const read = schema.safeParse(JSON.parse(parameters.biz_content ?? ''));
    if (read.success) return ok(read.data);
  } catch {
    // Told below.
  }
  return invalid('isv.invalid-parameter', '参数无效');
}
