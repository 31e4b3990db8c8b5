import type { Id } from '@bindery/kernel';
import type { Obligations } from '../providers';
import { aHolder, bind, confirm, readBinding, replaceCard, settle, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const video = { id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' }, nextOn: '2026-12-01' };
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const owed = async (bindingId: Id<'binding'>) => bank().obligationsOf((await read(bindingId)).credentialReference);
const casesOf = async (bindingId: Id<'binding'>): Promise<string[]> =>
  (await service.sql<{ about: string }>('SELECT about FROM binding_case WHERE binding_id = $1', [bindingId])).map(
    ({ about }) => about,
  );

const openCasesOf = async (bindingId: Id<'binding'>): Promise<string[]> =>
  (
    await service.sql<{ about: string }>('SELECT about FROM binding_case WHERE binding_id = $1 AND closed_at IS NULL', [
      bindingId,
    ])
  ).map(({ about }) => about);

/** Jobs run on the way, and a little past it. */
async function until(moment: Date): Promise<void> {
  while (service.clock.now() < moment) {
    service.clock.advance(Math.min(20_000, Number(moment) - Number(service.clock.now())));
    await service.jobs.run();
  }
  service.clock.advance(1_000);
}

/** A bound card with a mandate, and the one that is to take its place, confirmed. */
async function replaced(
  reason = 'DAMAGED',
  owes: Partial<Obligations> = {},
): Promise<{ oldReference: string; oldId: Id<'binding'>; newId: Id<'binding'> }> {
  const { bindingId: oldId } = await bind(service, holder);
  const oldReference = (await read(oldId)).credentialReference as string;
  bank().setObligations(oldReference, { balance: null, pending: [], mandates: [video], ...owes });
  const begun: Answer = await replaceCard(service, holder, oldId, reason);
  await confirm(service, holder, begun.binding.id);
  return { oldReference, oldId, newId: begun.binding.id };
}

const status = async (reference: string) => {
  const seen = await bank().connector.credentialStatus(reference);
  return seen.ok ? seen.value : seen.error;
};

const asked = (kind: string, reference: string) =>
  bank().sent.filter((one) => one.kind === kind && one.credentialReference === reference).length;
const fuel = { id: 'p-1', text: 'Fuel', amount: { value: 50_000, currency: 'CNY' } };
const daysLater = async (days: number) => {
  service.clock.advance(days * 86_400_000);
  for (let round = 0; round < 3; round++) await settle(service);
};

describe('a card that takes the place of another', () => {
  it.each(['DAMAGED', 'STOLEN'])(
    'is taken off only when nothing hangs on it that would be in the way of an unbind, and is a case after a week: %s',
    async (reason) => {
      const { oldReference, oldId } = await replaced(reason, { mandates: [], pending: [fuel] });
      await daysLater(0);
      expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
      // A comparison finds it there: it is left there all the same.
      await daysLater(1);
      expect(await status(oldReference)).toBe('SUSPENDED');
      expect(asked('SUSPEND', oldReference)).toBe(1);
      expect(await casesOf(oldId)).toEqual([]);
      await daysLater(7);
      expect(await openCasesOf(oldId)).toEqual(['OBLIGATION_OVERDUE']);
      expect(await status(oldReference)).not.toBe('ABSENT');
      bank().setObligations(oldReference, { balance: null, pending: [], mandates: [] });
      await daysLater(2);
      expect(await status(oldReference)).toBe('ABSENT');
      expect(await openCasesOf(oldId)).toEqual([]);
    },
    60_000,
  );

  it.each(['REFUSE', 'NEVER', 'UNKNOWN'] as const)(
    'is taken off all the same where its provider would not suspend it meanwhile: %s',
    async (behaviour) => {
      bank().plan('SUSPEND', behaviour);
      const { oldReference, oldId } = await replaced('DAMAGED', { mandates: [], pending: [fuel] });
      for (let round = 0; round < 3; round++) await daysLater(0.05);
      expect(asked('SUSPEND', oldReference)).toBe(behaviour === 'UNKNOWN' ? 2 : 1);
      bank().setObligations(oldReference, { balance: null, pending: [], mandates: [] });
      await daysLater(1);
      expect(await status(oldReference)).toBe('ABSENT');
      expect(
        await service.sql(`SELECT 1 FROM operation WHERE binding_id = $1 AND kind = 'SUSPEND' AND state = 'OPEN'`, [
          oldId,
        ]),
      ).toEqual([]);
      expect(await service.sql('SELECT 1 FROM owed_wait WHERE binding_id = $1', [oldId])).toEqual([]);
    },
    60_000,
  );

  it('has its mandates, and the old one is taken off only after them', async () => {
    const { oldReference, oldId, newId } = await replaced();
    await settle(service);
    expect(await read(oldId)).toMatchObject({ phase: 'REPLACED' });
    await settle(service);
    expect((await owed(newId)).mandates).toEqual([video]);
    expect(bank().obligationsOf(oldReference).mandates).toEqual([]);
    expect(await status(oldReference)).toBe('ABSENT');
    const moved = bank().asked.findIndex(({ credentialReference }) => credentialReference === oldReference);
    expect(bank().asked[moved]).toMatchObject({ kind: 'MOVE_MANDATE', obligationId: 'm-1' });
    expect(await casesOf(newId)).toEqual([]);
  });

  it('has a case where the provider will not move one, and the old one is off all the same', async () => {
    bank().plan('MOVE_MANDATE', 'REFUSE');
    const { oldReference, newId } = await replaced();
    for (let round = 0; round < 3; round++) await settle(service);
    expect((await owed(newId)).mandates).toEqual([]);
    expect(await casesOf(newId)).toEqual(['MANDATE_LEFT']);
    const query = 'query ($id: ID!) { binding(id: $id) { cases { about closedAt } } }';
    const { data } = await service.ask(query, { id: newId }, holder.claims);
    expect(data.binding.cases).toEqual([{ about: 'MANDATE_LEFT', closedAt: null }]);
    const [left] = await service.sql('SELECT mandates FROM binding_case WHERE binding_id = $1', [newId]);
    expect(left).toEqual({ mandates: [{ merchant: 'Video Club', nextOn: '2026-12-01' }] });
    expect(await status(oldReference)).toBe('ABSENT');
  });

  it('waits with the old one while nobody knows whether they went over, until their deadline at the latest', async () => {
    bank().plan('MOVE_MANDATE', 'NEVER');
    const { oldReference, oldId } = await replaced();
    for (let round = 0; round < 2; round++) await settle(service);
    expect(await status(oldReference)).toBe('ACTIVE');
    const [{ deadline } = { deadline: new Date() }] = await service.sql<{ deadline: Date }>(
      'SELECT deadline FROM obligation_act WHERE binding_id = $1',
      [oldId],
    );
    await until(deadline);
    for (let round = 0; round < 2; round++) await settle(service);
    expect(await status(oldReference)).toBe('ABSENT');
    expect(await casesOf(oldId)).toContain('OBLIGATION_OVERDUE');
  }, 30_000);

  it.each([
    ['went over after all', true],
    ['ended with the old card', false],
  ] as const)(
    'has its case until the provider says late that all went over: they %s',
    async (_, isOver) => {
      bank().plan('MOVE_MANDATE', 'LATE');
      bank().plan('UNBIND', 'NEVER');
      const { oldReference, oldId, newId } = await replaced();
      await settle(service);
      const [{ deadline, operation_id: operationId } = { deadline: new Date(), operation_id: '' }] = await service.sql<{
        deadline: Date;
        operation_id: string;
      }>('SELECT deadline, operation_id FROM obligation_act WHERE binding_id = $1', [oldId]);
      await until(deadline);
      await settle(service);
      expect(await openCasesOf(newId)).toEqual(['MANDATE_LEFT']);
      if (!isOver) {
        bank().forget(operationId as Id<'operation'>);
        bank().setObligations(oldReference, { balance: null, pending: [], mandates: [] });
      }
      for (const message of bank().settle({ late: true })) await service.composed.applyProviderMessage(message);
      await until(new Date(Number(service.clock.now()) + 6 * 60_000));
      expect((await owed(oldId)).mandates).toEqual([]);
      expect(await openCasesOf(oldId)).toEqual([]);
      expect(await openCasesOf(newId)).toEqual(isOver ? [] : ['MANDATE_LEFT']);
    },
    30_000,
  );
});
