import { createSign } from 'node:crypto';

/** JSON as Alipay writes it: slashes escaped, and what is not ASCII by its number. */
const toWrittenJson = (content: object): string =>
  JSON.stringify(content)
    .replaceAll('/', '\\/')
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** An answer of the gateway: signed over the bytes of its content as they are written. */
export function toSignedAnswer(method: string, content: object, privateKey: string): string {
  const written = toWrittenJson(content);
  const sign = createSign('RSA-SHA256').update(written, 'utf8').sign(privateKey, 'base64');
  return `{"${method.replaceAll('.', '_')}_response":${written},"sign":"${sign}"}`;
}
