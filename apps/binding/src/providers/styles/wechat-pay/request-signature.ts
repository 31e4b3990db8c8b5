import { createSign, randomBytes, type KeyObject } from 'node:crypto';

export const signatureScheme = 'WECHATPAY2-SHA256-RSA2048';

/** Who signs: the merchant, by the key of its API certificate. */
export interface Merchant {
  readonly mchid: string;
  /** Serial number of the certificate that the key belongs to. */
  readonly serial: string;
  readonly privateKey: KeyObject;
}

export interface RequestToSign {
  readonly method: 'GET' | 'POST';
  /** Path and query as they leave, without the host. */
  readonly target: string;
  /** As it leaves; empty where there is none. */
  readonly body: string;
}

/** Five lines, each ended by a line feed, the last one too (“如何生成请求签名”). */
export const requestMessage = ({ method, target, body }: RequestToSign, timestamp: string, nonce: string): string =>
  `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`;

/** The header `Authorization` of a request. */
export function authorizationOf(
  { mchid, serial, privateKey }: Merchant,
  request: RequestToSign,
  at: Date,
  nonce = randomBytes(16).toString('hex').toUpperCase(),
): string {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createSign('RSA-SHA256')
    .update(requestMessage(request, timestamp, nonce))
    .sign(privateKey, 'base64');
  const members = { mchid, nonce_str: nonce, timestamp, serial_no: serial, signature };
  const written = Object.entries(members).map(([name, value]) => `${name}="${value}"`);
  return `${signatureScheme} ${written.join(',')}`;
}
