import { err, ok, parseJson, type Result } from '@bindery/kernel';
import { z } from 'zod';
import { shortText, textUpTo } from '../../bounds';
import type { Inbound, InboundFault, InboundMessage } from '../../connector-style';
import { httpProblems } from '../../signed/http-problem.rules';
import { readSignedBytes } from '../../signed/read-signed';

/** Reversed DNS before, the version of `data` behind; between them the words of the generic protocol. */
const typeOf = /^(?:[a-z0-9-]+\.)+?(operation|credential|usage)\.([a-z_]+)\.v1$/;

/** CloudEvents 1.0.2 in JSON: what has to be there, and what is read of the rest. Extensions are let pass. */
const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  id: shortText,
  source: textUpTo(500),
  type: textUpTo(200),
  datacontenttype: z.string().max(100).optional(),
  data: z.record(z.string(), z.unknown()),
});

/**
 * Callbacks as CloudEvents in structured mode, signed by Standard Webhooks over the body: so its attributes are signed as well, which in binary
 * mode are headers that the signature leaves out. The id of the event and that of the signed message are one.
 */
export const createCloudEventsInbound = (secret: string): Inbound => ({
  contentTypes: ['application/cloudevents+json'],
  async read({ headers, body }, now) {
    const signed = readSignedBytes(body, headers, secret, now);
    if (!signed.ok) return err({ code: signed.error.kind });
    return toMessage(signed.value.id, parseJson(signed.value.text));
  },
  taken: { status: 204 },
  refused({ code, field }) {
    const [status, message] = httpProblems[code];
    return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify({ code, message, field }) };
  },
});

function toMessage(signedId: string, value: unknown): Result<InboundMessage, InboundFault> {
  const event = cloudEvent.safeParse(value);
  if (!event.success) return err({ code: 'REQUEST_MALFORMED', field: event.error.issues[0]?.path.join('.') ?? '' });
  const { id, type, datacontenttype = 'application/json', data } = event.data;
  if (id !== signedId) return err({ code: 'REQUEST_MALFORMED', field: 'id' });
  if (!/^application\/json\s*(;|$)/i.test(datacontenttype))
    return err({ code: 'REQUEST_MALFORMED', field: 'datacontenttype' });
  const words = typeOf.exec(type);
  // Of a type that came after us it is told by its own name, and taken without effect.
  return ok({ id, body: { ...data, type: words ? `${words[1]}.${words[2]}` : type } });
}
