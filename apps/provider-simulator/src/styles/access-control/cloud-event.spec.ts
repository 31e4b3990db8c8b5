import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { newId } from '@bindery/kernel';
import { toCloudEvent } from './cloud-event';

const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;

describe('a callback of an access-control company', () => {
  const operationId = newId('operation');
  const body = JSON.stringify({ type: 'operation.confirmed', operationId, credentialReference: 'cred_1' });
  const webhook = { id: 'event_1', provider: 'cloudgate', url: '', body, attempts: 0, nextAt: 0, gaveUp: false };
  const { headers, body: sent } = toCloudEvent('cloudgate', secret, webhook, new Date());

  it('is a CloudEvent as the SDK reads and validates one', () => {
    const event = HTTP.toEvent({ headers: { ...headers }, body: sent }) as CloudEvent<unknown>;
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      id: 'event_1',
      source: '/access-control/cloudgate',
      type: 'example.access-control.operation.confirmed.v1',
      subject: operationId,
      data: { operationId, credentialReference: 'cred_1' },
    });
  });

  it('is signed as the library of Standard Webhooks wants it', () => {
    expect(() => new Webhook(secret).verify(String(sent), { ...headers })).not.toThrow();
    expect(() => new Webhook(secret).verify(`${String(sent)} `, { ...headers })).toThrow();
  });
});
