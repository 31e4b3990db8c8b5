import type { Spoiling } from '../records/fault-mode';
import type { NoticeRequest } from './notice';

/**
 * A webhook with something wrong in it, whatever the way in which its sender signs. `byUnknownKey` signs it with a key that nobody was told of, where
 * keys have names; where they have none, it is a signature that does not fit.
 */
export async function spoil(
  request: NoticeRequest,
  spoiling: Spoiling,
  byUnknownKey: () => Promise<NoticeRequest> | NoticeRequest | undefined,
): Promise<NoticeRequest> {
  if (spoiling === 'replay') return request;
  const other = spoiling === 'unknown-key' ? await byUnknownKey() : undefined;
  return other ?? { ...request, body: withOneByteMore(request.body) };
}

/** A blank at the end changes nothing of what is said, and everything of what was signed. */
const withOneByteMore = (body: string | Buffer): string | Buffer =>
  typeof body === 'string' ? `${body} ` : Buffer.concat([body, Buffer.from(' ')]);
