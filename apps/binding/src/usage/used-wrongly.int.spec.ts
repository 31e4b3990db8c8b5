import { randomUUID } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import { accessCard, aHolder, bind, mutate, readBinding, settle, unbind, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { eventsOf, tell } from '../testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A use of now, or of then. */
const use = (provider: string, credentialReference: string, more: object, at = service.clock.now()) =>
  tell(
    service,
    {
      ...{ type: 'usage.recorded', usageId: randomUUID(), credentialReference, at: at.toISOString() },
      place: { 'zh-CN': '某处', en: 'Somewhere' },
      ...more,
    },
    { provider },
  );
const payment = { kind: 'PAYMENT', amount: { value: 1_250, currency: 'CNY' } };

const alerts = (bindingId: Id<'binding'>) => eventsOf(service, 'bindery.card.used-wrongly.v1', bindingId);

async function seen(bindingId: Id<'binding'>): Promise<{ cases: string[]; uses: Answer[] }> {
  const query =
    'query ($id: ID!) { binding(id: $id) { cases { about } card { usage(first: 50) { edges { node { id concern text disputableUntil } } } } } }';
  const { binding } = (await service.ask(query, { id: bindingId }, holder.claims)).data;
  return {
    cases: binding.cases.map(({ about }: Answer) => about),
    uses: binding.card.usage.edges.map(({ node }: Answer) => node),
  };
}

const referenceOf = async (bindingId: Id<'binding'>): Promise<string> =>
  (await readBinding(service, holder, bindingId)).credentialReference;
const later = (ms = minuteMs) => service.clock.advance(ms);

describe('a payment by a card that is blocked', () => {
  it('is a case and an alert, and is disputed by one tap; before and after the hold it is as it should be', async () => {
    const { bindingId } = await bind(service, holder);
    const reference = await referenceOf(bindingId);
    later();
    const before = service.clock.now();
    later();
    await mutate(service, holder, 'suspendBinding', { bindingId });
    await settle(service);
    later();
    const within = service.clock.now();
    later();
    await mutate(service, holder, 'resumeBinding', { bindingId });
    await settle(service);
    later();
    await use('seaside-bank', reference, payment, before);
    await use('seaside-bank', reference, payment);
    expect(await seen(bindingId)).toMatchObject({ cases: [], uses: [{ concern: null }, { concern: null }] });

    // It is told when nothing holds it any more.
    await use('seaside-bank', reference, payment, within);
    const { cases, uses } = await seen(bindingId);
    expect(cases).toEqual(['USED_WHILE_HELD']);
    const use_ = uses.find(({ concern }) => concern === 'WHILE_HELD');
    expect(use_).toMatchObject({ text: expect.stringMatching(/although the card was blocked$/) });
    expect(use_?.disputableUntil).not.toBeNull();
    expect(await alerts(bindingId)).toMatchObject([
      { about: 'USED_WHILE_HELD', kind: 'PAYMENT', unbindEndsIt: false, usageId: use_?.id },
    ]);

    const wish = { bindingId, about: 'UNAUTHORISED_USE', usageId: use_?.id };
    const opened = await mutate(service, holder, 'openDispute', wish);
    expect(opened).toMatchObject({ __typename: 'OpenDisputeSuccess', dispute: { state: 'OPEN' } });
    const [disputed] = (await seen(bindingId)).uses.filter(({ id }) => id === use_?.id);
    expect(disputed?.disputableUntil).toBeNull();
  });

  it.each([
    ['card', (binding: Answer) => ({ cardId: binding.cardId })],
    ['device', () => ({ deviceId: holder.viewer.deviceId })],
  ])('is one too where the %s was reported lost', async (_, subjectOf) => {
    const { bindingId, ...bound } = await bind(service, holder);
    const reference = await referenceOf(bindingId);
    await mutate(service, holder, 'reportLost', subjectOf(bound));
    later();
    await use('seaside-bank', reference, payment);
    expect((await seen(bindingId)).cases).toEqual(['USED_WHILE_HELD']);
  });

  it('has no words only where a use is disputed', async () => {
    const { bindingId } = await bind(service, holder);
    const wish = { bindingId, about: 'UNAUTHORISED_BIND' };
    expect(await mutate(service, holder, 'openDispute', wish)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'words',
    });
  });
});

describe('a door that opens to a card that is off', () => {
  async function takenOff() {
    const { bindingId } = await bind(service, holder, 'cloudgate', accessCard());
    const reference = await referenceOf(bindingId);
    await unbind(service, holder, bindingId);
    await settle(service);
    later();
    const worstCaseUntil = new Date(Number(service.clock.now()) + 24 * hourMs).toISOString();
    const named = (id: string) => ({ id, name: { 'zh-CN': id, en: id }, site: { 'zh-CN': '园', en: 'Site' } });
    const readers = [
      { ...named('gate'), state: 'CONFIRMED', confirmedAt: service.clock.now().toISOString(), worstCaseUntil },
      { ...named('garage'), state: 'OFFLINE', worstCaseUntil },
    ];
    expect(
      await tell(
        service,
        { type: 'credential.propagation', credentialReference: reference, readers },
        { provider: 'cloudgate' },
      ),
    ).toBe(204);
    later();
    return { bindingId, reference };
  }
  const opened = (readerId?: string) => ({ kind: 'DOOR_OPENED', readerId });

  it('is what was foretold while its reader had not heard, and shown so', async () => {
    const { bindingId, reference } = await takenOff();
    await use('cloudgate', reference, opened('garage'));
    const { cases, uses } = await seen(bindingId);
    expect(cases).toEqual([]);
    expect(uses).toMatchObject([{ concern: 'READER_NOT_TOLD', text: expect.stringContaining('had not heard yet') }]);
    expect(await alerts(bindingId)).toEqual([]);
  });

  it.each(['gate', 'cellar'])(
    'is a case and an alert where its reader had confirmed, or is none told of: %s',
    async (readerId) => {
      const { bindingId, reference } = await takenOff();
      await use('cloudgate', reference, opened(readerId));
      expect(await seen(bindingId)).toMatchObject({
        cases: ['OPENED_AFTER_UNBIND'],
        uses: [{ concern: 'AFTER_UNBIND' }],
      });
      expect(await alerts(bindingId)).toMatchObject([{ about: 'OPENED_AFTER_UNBIND', kind: 'DOOR_OPENED' }]);
    },
  );

  it.each(['garage', undefined])('is a case and an alert past the worst case: %s', async (readerId) => {
    const { bindingId, reference } = await takenOff();
    later(25 * hourMs);
    await use('cloudgate', reference, opened(readerId));
    expect((await seen(bindingId)).cases).toContain('OPENED_AFTER_UNBIND');
    expect(await alerts(bindingId)).toHaveLength(1);
  });
});
