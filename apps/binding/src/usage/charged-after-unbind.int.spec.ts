import { randomUUID } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  readBinding,
  replaceCard,
  settle,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { charge, eventsOf, tell } from '../testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const minuteMs = 60_000;

const alerts = (bindingId: Id<'binding'>) => eventsOf(service, 'bindery.card.charged-after-unbind.v1', bindingId);

const casesOf = async (bindingId: Id<'binding'>): Promise<string[]> => {
  const query = 'query ($id: ID!) { binding(id: $id) { cases { about } } }';
  const { data } = await service.ask(query, { id: bindingId }, holder.claims);
  return data.binding.cases.map(({ about }: Answer) => about);
};

async function takenOff(): Promise<{ bindingId: Id<'binding'>; reference: string; offAt: Date }> {
  const { bindingId } = await bind(service, holder);
  const reference = (await readBinding(service, holder, bindingId)).credentialReference as string;
  await unbind(service, holder, bindingId);
  await settle(service);
  const offAt = service.clock.now();
  service.clock.advance(5 * minuteMs);
  return { bindingId, reference, offAt };
}

/** A card whose place another has taken, on its way to be taken off at the bank. */
async function replaced(): Promise<{ bindingId: Id<'binding'>; reference: string }> {
  const { bindingId } = await bind(service, holder);
  const reference = (await readBinding(service, holder, bindingId)).credentialReference as string;
  const begun: Answer = await replaceCard(service, holder, bindingId);
  await confirm(service, holder, begun.binding.id);
  return { bindingId, reference };
}

describe('a payment by a card that is off', () => {
  it('is a case and an alert, once, and can be disputed', async () => {
    const { bindingId, reference, offAt } = await takenOff();
    const at = new Date(Number(offAt) + minuteMs);
    const usageId = randomUUID();
    expect(await charge(service, reference, at, usageId)).toBe(204);
    expect(await charge(service, reference, at, usageId)).toBe(204);
    expect(await casesOf(bindingId)).toEqual(['CHARGED_AFTER_UNBIND']);
    const [alert, ...more] = await alerts(bindingId);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ amount: { value: 1_500, currency: 'CNY' }, provider: 'seaside-bank' });
    expect(
      await mutate(service, holder, 'openDispute', {
        bindingId,
        about: 'UNAUTHORISED_USE',
        usageId: alert?.usageId,
        words: 'I had taken the card off.',
      }),
    ).toMatchObject({ __typename: 'OpenDisputeSuccess', dispute: { state: 'OPEN' }, binding: { status: 'UNBOUND' } });
  });

  it('that was made before, and is told late, is as it should be', async () => {
    const { bindingId, reference, offAt } = await takenOff();
    expect(await charge(service, reference, new Date(Number(offAt) - minuteMs))).toBe(204);
    expect(await casesOf(bindingId)).toEqual([]);
    expect(await alerts(bindingId)).toEqual([]);
  });

  it('is a case and an alert too where the card was replaced, once it is off', async () => {
    const { bindingId, reference } = await replaced();
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ phase: 'REPLACED' });
    const beforeItIsOff = service.clock.now();
    service.clock.advance(minuteMs);
    for (let round = 0; round < 3; round++) {
      await settle(service);
      service.clock.advance(minuteMs);
    }
    expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
    expect(await charge(service, reference, beforeItIsOff)).toBe(204);
    expect(await casesOf(bindingId)).toEqual([]);
    expect(await charge(service, reference, service.clock.now())).toBe(204);
    expect(await casesOf(bindingId)).toEqual(['CHARGED_AFTER_UNBIND']);
    expect(await alerts(bindingId)).toMatchObject([{ provider: 'seaside-bank' }]);
  });

  it('is nothing to look into where the card was replaced, and its provider has not taken it off yet', async () => {
    bank().plan('UNBIND', 'NEVER');
    const { bindingId, reference } = await replaced();
    for (let round = 0; round < 2; round++) await settle(service);
    service.clock.advance(minuteMs);
    expect(await charge(service, reference, service.clock.now())).toBe(204);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ phase: 'REPLACED' });
    expect(await casesOf(bindingId)).toEqual([]);
  });

  it('is nothing to look into while the card is bound', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await readBinding(service, holder, bindingId);
    await charge(service, credentialReference, service.clock.now());
    expect(await casesOf(bindingId)).toEqual([]);
  });
});

describe('a card that was taken off', () => {
  it.each([
    ['credential.resumed', {}],
    ['credential.suspended', {}],
    ['credential.updated', { token: 'tok_new', lastFour: '9999', expiresOn: '2031-01-31' }],
    ['operation.confirmed', { operationId: 'BIND' }],
  ])('does not come back by a late %s', async (type, more) => {
    const { bindingId, reference } = await takenOff();
    const bindId = bank().sent.findLast(({ kind }) => kind === 'BIND')?.operationId;
    const before = await readBinding(service, holder, bindingId);
    const named = 'operationId' in more ? { operationId: bindId } : more;
    await tell(service, { type, credentialReference: reference, ...named });
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toEqual(before);
    expect(before.status).toBe('UNBOUND');
  });

  it('is taken off again where the provider’s list has it once more', async () => {
    const { bindingId, reference } = await takenOff();
    bank().setStatus(reference, 'ACTIVE');
    await service.composed.jobHandlers['compare-list']?.({ provider: 'seaside-bank' } as never, {} as never);
    for (let round = 0; round < 3; round++) {
      await settle(service);
      service.clock.advance(10_000);
    }
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'UNBOUND' });
    expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'ABSENT' });
  });
});
