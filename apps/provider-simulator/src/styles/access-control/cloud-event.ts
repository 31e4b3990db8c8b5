import type { OutgoingWebhook, WebhookBody } from '../../records/outgoing-webhook';
import { signatureHeaders, type Secrets } from '../../signatures/signature';
import type { NoticeRequest } from '../../webhooks/notice';

/** Reversed DNS, as CloudEvents 1.0 advises for `type`; `.v1` is the shape of `data`. */
const typeOf = (type: string): string => `example.access-control.${type}.v1`;

/** A callback as a CloudEvent in structured mode, so that the signature over the body covers its attributes too. */
export function toCloudEvent(
  provider: string,
  secrets: Secrets,
  { id, body }: OutgoingWebhook,
  at: Date,
): NoticeRequest {
  const { type, ...data } = JSON.parse(body) as WebhookBody & { operationId?: string; credentialReference?: string };
  const event = JSON.stringify({
    specversion: '1.0',
    id,
    source: `/access-control/${provider}`,
    type: typeOf(type),
    subject: data.operationId ?? data.credentialReference,
    datacontenttype: 'application/json',
    data,
  });
  return {
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      ...signatureHeaders(secrets, id, at, event),
    },
    body: event,
  };
}
