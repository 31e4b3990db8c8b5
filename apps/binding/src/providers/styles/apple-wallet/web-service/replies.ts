import type { HttpReply } from '../../../connector-style';
import type { Pass } from '../passes/pass.rules';

/** Apple’s protocol answers by status; a body would be read by nobody. */
export const status = (code: number): HttpReply => ({ status: code, headers: { 'cache-control': 'no-store' } });

export const json = (body: object): HttpReply => ({
  ...status(200),
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

export const passType = 'application/vnd.apple.pkpass';

export const passFile = (
  body: Buffer,
  { modifiedAt }: Pass,
  headers: Readonly<Record<string, string>> = {},
): HttpReply => ({
  status: 200,
  contentType: passType,
  headers: {
    'cache-control': 'no-store',
    'last-modified': modifiedAt.toUTCString(),
    'x-content-type-options': 'nosniff',
    ...headers,
  },
  body,
});
