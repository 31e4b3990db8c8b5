import { randomUUID } from 'node:crypto';
import {
  accessCard,
  aHolder,
  bind,
  mutate,
  preflight,
  settle,
  unbind,
  unbindInput,
  type Holder,
} from './testing/holder';
import { startBindingService, type RunningBinding } from './testing/start-binding-service';
import { tell } from './testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const credentialOf = async (id: string): Promise<string> =>
  (await service.ask('query ($id: ID!) { binding(id: $id) { credentialReference } }', { id }, holder.claims)).data
    .binding.credentialReference;

describe('an amount of more than a 32-bit number', () => {
  it.each([
    [3_000_000_000, 'IDR', 'IDR 30,000,000.00'],
    [2 ** 31, 'JPY', '¥2,147,483,648'],
    [2 ** 53 - 1, 'VND', '₫9,007,199,254,740,991'],
    [500_000, 'HUF', 'HUF 5,000.00'],
  ])(
    'is told as it was paid, from the provider to the graph, its words and the event: %d %s',
    async (value, currency, words) => {
      const { bindingId, cardId } = await bind(service, holder);
      const amount = { value, currency };
      const use = {
        type: 'usage.recorded',
        usageId: randomUUID(),
        credentialReference: await credentialOf(bindingId),
        kind: 'PAYMENT',
        place: { 'zh-CN': '店', en: 'Shop' },
        amount,
        at: service.clock.now().toISOString(),
      };
      expect(await tell(service, use)).toBe(204);
      const query =
        'query ($id: ID!) { card(id: $id) { usage { edges { node { text amount { value currency } } } } } }';
      const { data } = await service.ask(query, { id: cardId }, holder.claims);
      const [{ node }] = data.card.usage.edges;
      expect(node.amount).toEqual(amount);
      expect(plain(node.text)).toBe(`Paid ${words} at Shop`);
      const [event] = await service.sql(
        "SELECT value FROM outbox_events WHERE key = $1 AND headers::text LIKE '%card.used%'",
        [cardId],
      );
      expect(JSON.parse(String(event?.['value']))).toMatchObject({ amount });
    },
  );

  it('is weighed, accepted and charged', async () => {
    const { bindingId } = await bind(service, holder, 'cloudgate', accessCard('RG-1007'));
    const input = await unbindInput(service, holder, bindingId);
    const large = { value: 3_000_000_000, currency: 'CNY' };
    expect(await mutate(service, holder, 'requestUnbind', { ...input, acceptedFee: large })).toMatchObject({
      __typename: 'RequestUnbindSuccess',
    });
    const fee = { value: 5_000_000_000, currency: 'IDR' };
    await service.sqlAsOwner('UPDATE unbind_plan SET fee = $2 WHERE binding_id = $1', [bindingId, JSON.stringify(fee)]);
    await settle(service);
    expect(await service.sql('SELECT value, currency FROM charge WHERE binding_id = $1', [bindingId])).toEqual([
      { value: '5000000000', currency: 'IDR' },
    ]);
    const receipt = 'query ($id: ID!) { binding(id: $id) { receipt { text feeCharged { value currency } } } }';
    const { data } = await service.ask(receipt, { id: bindingId }, holder.claims);
    expect(data.binding.receipt.feeCharged).toEqual(fee);
    expect(plain(data.binding.receipt.text)).toContain('IDR 50,000,000.00');
  });

  it('stands in a plan', async () => {
    const { bindingId } = await bind(service, holder);
    const amount = { value: 3_000_000_000, currency: 'IDR' };
    const owed = { balance: null, pending: [{ id: 'p', amount, text: 'Car' }], mandates: [] };
    service.providers['seaside-bank'].setObligations(await credentialOf(bindingId), owed);
    const { effects } = await preflight(service, holder, bindingId);
    expect(plain(JSON.stringify(effects))).toContain('IDR 30,000,000.00');
  });

  it.each([2 ** 53, -(2 ** 53), 1.5])(
    'is refused as an accepted fee where it is no whole safe number: %d',
    async (value) => {
      const { bindingId } = await bind(
        service,
        holder,
        'cloudgate',
        accessCard(`RG-1${String(Math.abs(value)).slice(0, 3).replace('.', '0').padEnd(3, '1')}`),
      );
      const input = { ...(await unbindInput(service, holder, bindingId)), acceptedFee: { value, currency: 'CNY' } };
      await expect(mutate(service, holder, 'requestUnbind', input)).rejects.toThrow(/SafeInt|integer/i);
      expect((await unbind(service, holder, bindingId)).__typename).toBe('RequestUnbindSuccess');
    },
  );
});
