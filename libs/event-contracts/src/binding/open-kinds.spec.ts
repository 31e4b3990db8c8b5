import { newId } from '@bindery/kernel';
import { createEvent } from '../create-event';
import type { BinderyEvent, NewEvent } from '../event';
import { parseEvent, toWireEvent } from '../parse-event';

const at = '2026-01-01T00:00:00.000Z';
const origin = { service: 'binding', now: new Date(at) };

function bound(kind: string): NewEvent<'bindery.binding.bound.v1'> {
  const bindingId = newId('binding');
  return {
    type: 'bindery.binding.bound.v1',
    key: bindingId,
    sequence: 3,
    data: {
      bindingId,
      cardId: newId('card'),
      accountId: newId('account'),
      provider: 'seaside-bank',
      kind,
      actor: 'PROVIDER',
      channel: 'PROVIDER_WEBHOOK',
      trigger: 'ConfirmBind',
      from: 'BINDING',
      to: 'BOUND',
      status: 'ACTIVE',
      holds: [],
      sync: { state: 'IN_SYNC' },
      at,
    },
  };
}

describe('the kind of card in events', () => {
  it.each(['BANK_CARD', 'ACCESS_CARD', 'WALLET', 'TRANSIT_CARD', 'E_ID'])(
    'may be %s, for producers and consumers',
    (kind) => {
      const event = createEvent(bound(kind), origin);
      const read = parseEvent(toWireEvent(event as BinderyEvent));
      expect(read).toMatchObject({ ok: true, value: { data: { kind } } });
    },
  );

  it.each(['transit card', 'Transit', '', '7_ELEVEN', 'K'.repeat(65)])('may not be "%s"', (kind) => {
    expect(() => createEvent(bound(kind), origin)).toThrow('kind');
  });

  it('of use is as open', () => {
    const cardId = newId('card');
    const used = createEvent(
      {
        type: 'bindery.card.used.v1',
        key: cardId,
        data: {
          usageId: newId('usage'),
          cardId,
          bindingId: newId('binding'),
          accountId: newId('account'),
          kind: 'GATE_PASSED',
          place: { 'zh-CN': '人民广场站', en: "People's Square" },
          at,
        },
      },
      origin,
    );
    expect(parseEvent(toWireEvent(used as BinderyEvent))).toMatchObject({
      ok: true,
      value: { data: { kind: 'GATE_PASSED' } },
    });
  });
});
