import { err, ok, parseJson } from '@bindery/kernel';
import { httpProblems } from '../../signed/http-problem.rules';
import { readSignedBytes } from '../../signed/read-signed';
import type { Inbound } from '../../connector-style';

/** Messages as JSON, signed by Standard Webhooks; 204 when one has had its effect. */
export const createGenericInbound = (secret: string): Inbound => ({
  contentTypes: ['application/json'],
  async read({ headers, body }, now) {
    const signed = readSignedBytes(body, headers, secret, now);
    return signed.ok
      ? ok({ id: signed.value.id, body: parseJson(signed.value.text) })
      : err({ code: signed.error.kind });
  },
  taken: { status: 204 },
  refused({ code, field }) {
    const [status, message] = httpProblems[code];
    return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ code, message, field }) };
  },
});
