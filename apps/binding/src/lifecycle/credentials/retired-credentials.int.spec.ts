import { randomUUID } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import { aHolder, bankCard, bind, mutate, readBinding, settle, unbind, type Holder } from '../../testing/holder';
import { checkHistory } from '../../testing/history-checker';
import { startBindingService, type Answer, type RunningBinding } from '../../testing/start-binding-service';
import { charge, eventsOf, tell } from '../../testing/usage';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const statusOf = async (reference: string) => {
  const status = await bank().connector.credentialStatus(reference);
  return status.ok && status.value;
};

const alerts = (bindingId: Id<'binding'>) => eventsOf(service, 'bindery.card.charged-after-unbind.v1', bindingId);

async function seen(bindingId: Id<'binding'>): Promise<Answer> {
  const query = 'query ($id: ID!) { binding(id: $id) { cases { about } providerView { desired observed } } }';
  return (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
}

/** Bound, taken off, and past its restore window: its job has retired it. */
async function retired(card: object = bankCard()) {
  const { bindingId } = await bind(service, holder, 'seaside-bank', card);
  const reference = (await readBinding(service, holder, bindingId)).credentialReference as string;
  await unbind(service, holder, bindingId);
  await settle(service);
  const offAt = service.clock.now();
  service.clock.advance(95 * dayMs + 1000);
  await settle(service);
  expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'RETIRED', credentialReference: null });
  return { bindingId, reference, offAt };
}

const compareList = async () =>
  service.composed.jobHandlers['compare-list']?.({ provider: 'seaside-bank' } as never, {} as never);
async function untilStill(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await settle(service);
    service.clock.advance(10_000);
  }
}
/** Everywhere in the database where the name of a credential stands, but in what was asked of the provider and is over. */
async function placesOf(reference: string): Promise<string[]> {
  const places: string[] = [];
  for (const table of [
    'binding',
    'provider_view',
    'unknown_credential',
    'bound_credential',
    'graphile_worker._private_jobs',
  ])
    if ((await service.sql(`SELECT FROM ${table} AS t WHERE t::text LIKE '%' || $1 || '%'`, [reference])).length > 0)
      places.push(table);
  return places;
}

describe('a payment by a card that is retired', () => {
  it('is a use of it, a case and an alert, once, and can be disputed', async () => {
    const { bindingId, reference } = await retired();
    const at = service.clock.now();
    const usageId = randomUUID();
    expect(await charge(service, reference, at, usageId)).toBe(204);
    expect(await charge(service, reference, at, usageId)).toBe(204);
    expect((await seen(bindingId)).cases).toEqual([{ about: 'CHARGED_AFTER_UNBIND' }]);
    const [alert, ...more] = await alerts(bindingId);
    expect(more).toEqual([]);
    expect(alert).toMatchObject({
      amount: { value: 1_500, currency: 'CNY' },
      accountId: holder.viewer.accountId,
      provider: 'seaside-bank',
    });
    const wish = { bindingId, about: 'UNAUTHORISED_USE', usageId: alert?.usageId, words: 'I had taken it off.' };
    expect(await mutate(service, holder, 'openDispute', wish)).toMatchObject({
      __typename: 'OpenDisputeSuccess',
      dispute: { state: 'OPEN' },
      binding: { status: 'RETIRED' },
    });
  });

  it('that was made before it was off, and is told late, is a use and nothing to look into', async () => {
    const { bindingId, reference, offAt } = await retired();
    expect(await charge(service, reference, new Date(Number(offAt) - minuteMs / 60))).toBe(204);
    expect(await service.sql('SELECT FROM usage_record WHERE binding_id = $1', [bindingId])).toHaveLength(1);
    expect((await seen(bindingId)).cases).toEqual([]);
    expect(await alerts(bindingId)).toEqual([]);
  });

  it('has the provider asked whether it is there again', async () => {
    const { bindingId, reference } = await retired();
    bank().setStatus(reference, 'ACTIVE');
    await charge(service, reference, service.clock.now());
    await untilStill();
    expect(await statusOf(reference)).toBe('ABSENT');
    expect((await seen(bindingId)).cases).toEqual([{ about: 'CHARGED_AFTER_UNBIND' }]);
    expect(await placesOf(reference)).toEqual([]);
  });

  it('is of the card that has the name now, where the provider has given it once more', async () => {
    const card = bankCard();
    const { bindingId, reference } = await retired(card);
    const again = await bind(service, holder, 'seaside-bank', card);
    await service.sql('UPDATE binding SET credential_reference = $2 WHERE id = $1', [again.bindingId, reference]);
    await charge(service, reference, service.clock.now());
    const [use] = await service.sql('SELECT binding_id AS of FROM usage_record WHERE binding_id = ANY($1)', [
      [bindingId, again.bindingId],
    ]);
    expect(use).toEqual({ of: again.bindingId });
    await compareList();
    await untilStill();
    expect(await service.sql('SELECT FROM provider_view WHERE binding_id = $1', [bindingId])).toEqual([]);
  });
});

describe('the credential of a card that is retired', () => {
  it('leaves no name, only a digest', async () => {
    const { bindingId, reference } = await retired();
    expect(await placesOf(reference)).toEqual([]);
    const [row] = await service.sql<{ digest: string }>(
      'SELECT credential_digest AS digest FROM binding WHERE id = $1',
      [bindingId],
    );
    expect(row?.digest).toMatch(/^k1\.[\w-]{43}$/);
  });

  it('is taken off again where the provider’s list has it once more, and nobody takes it for an unknown one', async () => {
    const { bindingId, reference } = await retired();
    bank().setStatus(reference, 'ACTIVE');
    await compareList();
    bank().away = true;
    await service.jobs.run({ mayFail: true });
    bank().away = false;
    await service.jobs.run();
    expect((await seen(bindingId)).providerView).toEqual({ desired: 'ABSENT', observed: 'ACTIVE' });
    await untilStill();
    expect(await statusOf(reference)).toBe('ABSENT');
    const removal = bank().sent.findLast(({ kind }) => kind === 'UNBIND');
    expect(removal).toMatchObject({ credentialReference: reference });
    expect(removal?.token).toBeUndefined();
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'RETIRED' });
    expect(await service.sql("SELECT FROM operation WHERE binding_id = $1 AND state = 'OPEN'", [bindingId])).toEqual(
      [],
    );
    service.clock.advance(60 * minuteMs);
    await compareList();
    await untilStill();
    expect(await placesOf(reference)).toEqual([]);
  });

  it('is watched until its removal has ended, though it is gone before', async () => {
    const { bindingId, reference } = await retired();
    bank().setStatus(reference, 'ACTIVE');
    bank().plan('UNBIND', 'NEVER');
    await compareList();
    await service.jobs.run();
    const open = () => service.sql("SELECT FROM operation WHERE binding_id = $1 AND state = 'OPEN'", [bindingId]);
    expect(await open()).toHaveLength(1);
    bank().setStatus(reference, 'ABSENT');
    await compareList();
    await untilStill();
    expect(await open()).toEqual([]);
    expect(await placesOf(reference)).toEqual([]);
  });

  it.each(['credential.resumed', 'credential.suspended'])('is looked at after a late %s', async (type) => {
    const { bindingId, reference } = await retired();
    await tell(service, { type, credentialReference: reference });
    await untilStill();
    expect(await placesOf(reference)).toEqual([]);
    bank().setStatus(reference, 'ACTIVE');
    await tell(service, { type, credentialReference: reference });
    await untilStill();
    expect(await statusOf(reference)).toBe('ABSENT');
    expect(await readBinding(service, holder, bindingId)).toMatchObject({ status: 'RETIRED' });
  });

  it('does not have its card changed by a late update', async () => {
    const { bindingId, reference } = await retired();
    const before = await readBinding(service, holder, bindingId);
    await tell(service, {
      type: 'credential.updated',
      credentialReference: reference,
      ...{ token: 'tok_new', lastFour: '9999', expiresOn: '2031-01-31' },
    });
    await untilStill();
    expect(await readBinding(service, holder, bindingId)).toEqual(before);
  });
});
