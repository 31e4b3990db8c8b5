import { err, ok, type Result } from '@bindery/kernel';
import type { Inbound, InboundFault, InboundMessage } from '../../connector-style';
import { httpProblems } from '../../signed/http-problem.rules';
import type { AlipayAccess } from './access';
import { readFormBytes, toSignedBytes } from './form-bytes';
import { toMessage } from './notification';
import { isSignedRsa2 } from './rsa-keys';
import { readShanghaiTime } from './shanghai-time';

/** Charsets of the open platform, as `TextDecoder` calls them; GB2312 is a part of GBK, and GBK of GB18030. */
const charsets: Readonly<Record<string, string>> = { 'utf-8': 'utf-8', utf8: 'utf-8', gbk: 'gbk', gb2312: 'gbk' };
const minuteMs = 60_000;
const aheadMsMax = 5 * minuteMs;
/** Alipay sends a message again for about 25 hours; ids of messages are remembered for days longer. */
const agoMsMax = 48 * 60 * minuteMs;

const refuse = (code: InboundFault['code'], field?: string) => err({ code, ...(field !== undefined && { field }) });

/**
 * Asynchronous notifications: a form, signed over the bytes that its escapes stand for. Only when the signature is good is anything of it read as
 * text, in the charset that was signed with it.
 */
export function createAlipayInbound({ appId, sellerId, alipayPublicKeys }: AlipayAccess): Inbound {
  /** Signed by Alipay, and still not for us: an app of somebody else, a payment to somebody else, a time that cannot be. */
  function faultOf(fields: Readonly<Record<string, string>>, now: Date): InboundFault | undefined {
    if (fields.app_id !== appId) return { code: 'REQUEST_MALFORMED', field: 'app_id' };
    if (fields.seller_id === undefined ? fields.notify_type === 'trade_status_sync' : fields.seller_id !== sellerId)
      return { code: 'REQUEST_MALFORMED', field: 'seller_id' };
    const sentAt = readShanghaiTime(fields.notify_time ?? '');
    if (!sentAt) return { code: 'REQUEST_MALFORMED', field: 'notify_time' };
    const agoMs = now.getTime() - sentAt.getTime();
    return agoMs < -aheadMsMax || agoMs > agoMsMax ? { code: 'SIGNATURE_EXPIRED' } : undefined;
  }

  function read(body: Buffer, now: Date): Result<InboundMessage, InboundFault> {
    const bytes = readFormBytes(body);
    if (!bytes) return refuse('REQUEST_MALFORMED');
    const sign = bytes.get('sign')?.toString('latin1');
    if (sign === undefined || bytes.get('sign_type')?.toString('latin1') !== 'RSA2')
      return refuse('SIGNATURE_REQUIRED');
    if (!isSignedRsa2(alipayPublicKeys, toSignedBytes(bytes), sign)) return refuse('SIGNATURE_INVALID');
    const fields = decode(bytes);
    if (!fields) return refuse('REQUEST_MALFORMED', 'charset');
    const fault = faultOf(fields, now);
    if (fault) return err(fault);
    const id = fields.notify_id ?? '';
    return /^[\x21-\x7e]{1,128}$/.test(id)
      ? ok({ id, body: toMessage(fields) })
      : refuse('REQUEST_MALFORMED', 'notify_id');
  }

  return {
    contentTypes: ['application/x-www-form-urlencoded'],
    read: async ({ body }, now) => read(body, now),
    // Seven characters and nothing else: whatever else it hears, Alipay sends the message again.
    taken: { status: 200, contentType: 'text/plain; charset=utf-8', body: 'success' },
    refused: ({ code }) => ({ status: httpProblems[code][0], contentType: 'text/plain; charset=utf-8', body: 'fail' }),
  };
}

function decode(bytes: ReadonlyMap<string, Buffer>): Readonly<Record<string, string>> | undefined {
  const named = bytes.get('charset')?.toString('latin1').toLowerCase() ?? '';
  const charset = Object.hasOwn(charsets, named) ? charsets[named] : undefined;
  if (charset === undefined) return undefined;
  try {
    const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
    return Object.fromEntries([...bytes].map(([name, value]) => [name, decoder.decode(value)]));
  } catch {
    return undefined;
  }
}
