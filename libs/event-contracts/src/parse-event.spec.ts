import { newId } from '@bindery/kernel';
import { createEvent } from './create-event';
import type { NewEvent } from './event';
import { parseEvent, toWireEvent } from './parse-event';

const accountId = newId('account');
const registered: NewEvent<'bindery.account.registered.v1'> = {
  type: 'bindery.account.registered.v1',
  key: accountId,
  sequence: 7,
  data: { accountId, locale: 'zh-CN', at: '2026-01-01T00:00:00.000Z' },
};
const origin = { service: 'identity', now: new Date('2026-01-01T00:00:01Z') };
const wire = toWireEvent(
  createEvent(registered, { ...origin, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` }),
);

describe('createEvent', () => {
  it('fills in the attributes of CloudEvents', () => {
    expect(createEvent(registered, origin)).toMatchObject({
      specversion: '1.0',
      source: '/bindery/identity',
      subject: accountId,
      partitionkey: accountId,
      sequence: '0000000000000007',
      time: '2026-01-01T00:00:01.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:bindery:schema:bindery.account.registered.v1',
    });
  });

  it('is strict: unknown fields, a foreign key, a missing or impossible sequence and another service are breaches', () => {
    const breaches: NewEvent<'bindery.account.registered.v1'>[] = [
      { ...registered, data: { ...registered.data, extra: 1 } as never },
      { ...registered, key: newId('account') },
      { ...registered, sequence: undefined },
      { ...registered, sequence: 0 },
      { ...registered, sequence: '1.5' },
      { ...registered, type: 'bindery.account.forgotten.v1' as never },
    ];
    for (const breach of breaches)
      expect(() => createEvent(breach, origin)).toThrow(expect.objectContaining({ name: 'ContractBreach' }));
    expect(() => createEvent(registered, { ...origin, service: 'binding' })).toThrow('not published by binding');
  });
});

describe('toWireEvent', () => {
  it('puts attributes into ce_ headers and only the data into the value', () => {
    expect(wire.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_type: registered.type,
      ce_subject: accountId,
      'content-type': 'application/json',
    });
    expect(Object.keys(wire.headers).filter((name) => !name.startsWith('ce_'))).toEqual(['content-type']);
    expect(JSON.parse(wire.value)).toEqual(registered.data);
  });
});

describe('parseEvent', () => {
  const change = (headers: Record<string, string>, value = wire.value) =>
    parseEvent({ headers: { ...wire.headers, ...headers }, value });

  it('reads what was written', () => {
    expect(parseEvent(wire)).toMatchObject({
      ok: true,
      value: { type: registered.type, subject: accountId, sequence: '0000000000000007', data: registered.data },
    });
  });

  it('is tolerant: drops fields and headers that it does not know', () => {
    const later = change(
      { ce_comexampleextra: 'x', other: 'y' },
      JSON.stringify({ ...registered.data, addedLater: { deep: true } }),
    );
    expect(later).toMatchObject({ ok: true });
    expect(later.ok && later.value.data).toEqual(registered.data);
  });

  it('says what is wrong, without the content', () => {
    expect(change({ ce_id: '' })).toEqual({
      ok: false,
      error: { kind: 'ENVELOPE_MALFORMED', detail: 'id: invalid_format' },
    });
    expect(change({ ce_type: 'bindery.account.registered.v9' })).toMatchObject({ error: { kind: 'TYPE_UNKNOWN' } });
    expect(change({}, '{"accountId":')).toMatchObject({ error: { kind: 'DATA_NOT_JSON' } });
    expect(change({}, '{"accountId":"+8613800138000"}')).toEqual({
      ok: false,
      error: { kind: 'DATA_MALFORMED', detail: 'accountId: invalid_format; locale: invalid_value; at: invalid_type' },
    });
  });
});
