import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { newId } from '@bindery/kernel';
import { createCloudEventsInbound } from './cloud-events-inbound';

const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const inbound = createCloudEventsInbound(secret);
const now = new Date('2026-03-02T04:00:00Z');
const operationId = newId('operation');
const attributes = {
  specversion: '1.0',
  id: 'event_1',
  source: '/access-control/cloudgate',
  type: 'example.access-control.operation.confirmed.v1',
  subject: operationId,
  datacontenttype: 'application/json',
  data: { operationId, credentialReference: 'cred_1' },
};

/** Signed by the library of Standard Webhooks, over what is sent. */
function read(body: string, { id = 'event_1', at = now, key = secret, tampered = body } = {}) {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, at, body),
  };
  return inbound.read({ headers, body: Buffer.from(tampered) }, now);
}

const confirmed = {
  ok: true,
  value: { id: 'event_1', body: { type: 'operation.confirmed', operationId, credentialReference: 'cred_1' } },
};

describe('callbacks of an access-control system', () => {
  it('are read as the CloudEvents SDK writes them in structured mode', async () => {
    const { headers, body } = HTTP.structured(new CloudEvent(attributes));
    expect(inbound.contentTypes).toContain(String(headers['content-type']).split(';')[0]);
    expect(await read(String(body))).toEqual(confirmed);
  });

  it('may have extensions and attributes that nobody here asks for', async () =>
    expect(await read(JSON.stringify({ ...attributes, time: now.toISOString(), sequence: '7' }))).toEqual(confirmed));

  it.each([
    ['by another key', { key: `whsec_${Buffer.alloc(32, 4).toString('base64')}` }, 'SIGNATURE_INVALID'],
    ['over other attributes', { tampered: JSON.stringify({ ...attributes, source: '/other' }) }, 'SIGNATURE_INVALID'],
    ['six minutes ago', { at: new Date(now.getTime() - 6 * 60_000) }, 'SIGNATURE_EXPIRED'],
    ['for six minutes ahead', { at: new Date(now.getTime() + 6 * 60_000) }, 'SIGNATURE_EXPIRED'],
  ])('are refused when signed %s', async (_, how, code) =>
    expect(await read(JSON.stringify(attributes), how)).toEqual({ ok: false, error: { code } }),
  );

  it.each([4, -4])('are taken with a clock that is %d minutes off', async (minutes) =>
    expect((await read(JSON.stringify(attributes), { at: new Date(now.getTime() + minutes * 60_000) })).ok).toBe(true),
  );

  it.each([
    ['specversion', '0.3', 'specversion'],
    ['id', 'event_2', 'id'],
    ['id', undefined, 'id'],
    ['source', '', 'source'],
    ['type', undefined, 'type'],
    ['data', 'text', 'data'],
    ['datacontenttype', 'application/xml', 'datacontenttype'],
  ])('are refused with the %s %j', async (name, value, field) =>
    expect(await read(JSON.stringify({ ...attributes, [name]: value }))).toEqual({
      ok: false,
      error: { code: 'REQUEST_MALFORMED', field },
    }),
  );

  it('are refused in binary mode, whose attributes nobody has signed', async () => {
    const { body } = HTTP.binary(new CloudEvent(attributes));
    expect(await read(typeof body === 'string' ? body : JSON.stringify(body))).toMatchObject({ ok: false });
  });

  it('cannot say by their data which type they are, and tell an unknown one by its own name', async () => {
    const data = { ...attributes.data, type: 'credential.removed' };
    expect(await read(JSON.stringify({ ...attributes, data }))).toEqual(confirmed);
    const type = 'example.access-control.door.forced.v1';
    expect(await read(JSON.stringify({ ...attributes, type }))).toMatchObject({ value: { body: { type } } });
  });
});
