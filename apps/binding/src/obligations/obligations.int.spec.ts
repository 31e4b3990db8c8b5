import type { Id } from '@bindery/kernel';
import type { ObligationActKind, Obligations } from '../providers';
import {
  aHolder,
  bind,
  mutate,
  newKey,
  preflight,
  proofOf,
  readBinding,
  settle,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const video = { id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' }, nextOn: '2026-12-01' };
const gym = { id: 'm-2', merchant: 'Gym' };
const taxi = { id: 'pay-1', amount: { value: 500, currency: 'CNY' }, text: 'Taxi' };
const nothing: Obligations = { balance: null, pending: [], mandates: [] };

type Ids = { readonly bindingId: Id<'binding'>; readonly cardId: Id<'card'> };

const referenceOf = async ({ bindingId }: Ids): Promise<string> =>
  (await readBinding(service, holder, bindingId)).credentialReference;

async function owe(of: Ids, obligations: Partial<Obligations>): Promise<string> {
  const reference = await referenceOf(of);
  bank().setObligations(reference, { ...nothing, ...obligations });
  return reference;
}

async function ask(bindingId: Id<'binding'>, claims = holder.claims): Promise<Answer> {
  const query = `query ($id: ID!) { binding(id: $id) {
    obligations { balance { value } pending { id amount { value currency } about } mandates { id merchant amount { value currency } nextOn }
      offers { kind digest obligationId text consentText amount { value } to { id } } }
    obligationActs { id kind state text obligationId about to { id } endedAt } cases { about closedAt } } }`;
  const answer = await service.ask(query, { id: bindingId }, claims);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data.binding;
}

const offerOf = async ({ bindingId }: Ids, kind: ObligationActKind, obligationId: string | null): Promise<Answer> => {
  const { obligations } = await ask(bindingId);
  return obligations.offers.find((one: Answer) => one.kind === kind && one.obligationId === obligationId);
};

const names = {
  CANCEL_MANDATE: 'cancelMandate',
  MOVE_MANDATE: 'moveMandate',
  SETTLE_PENDING: 'settlePending',
  WITHDRAW_BALANCE: 'withdrawBalance',
} as const;

async function inputOf({ bindingId }: Ids, offer: Answer): Promise<object> {
  const { kind, digest, consentText } = offer;
  const proof = await proofOf(service, holder, kind, bindingId, digest);
  return { bindingId, planDigest: digest, proof, ...(consentText ? { consent: { text: consentText } } : {}) };
}

const take = async (of: Ids, offer: Answer, more: object = {}): Promise<Answer> =>
  mutate(service, holder, names[offer.kind as ObligationActKind], { ...(await inputOf(of, offer)), ...more });

describe('what hangs on a card', () => {
  it('is told with merchant, amount and next day, and what can be done about it', async () => {
    const card = await bind(service, holder);
    const other = await bind(service, holder);
    await owe(card, { balance: { value: 100, currency: 'CNY' }, pending: [taxi], mandates: [video, gym] });
    const { obligations } = await ask(card.bindingId);
    expect(obligations).toMatchObject({
      balance: { value: 100 },
      pending: [{ id: 'pay-1', amount: taxi.amount, about: 'Taxi' }],
      mandates: [
        { id: 'm-1', merchant: 'Video Club', amount: video.amount, nextOn: '2026-12-01' },
        { id: 'm-2', merchant: 'Gym', amount: null, nextOn: null },
      ],
    });
    expect(obligations.offers.map(({ kind, obligationId, to }: Answer) => [kind, obligationId, to?.id])).toEqual([
      ['MOVE_MANDATE', 'm-1', other.bindingId],
      ['CANCEL_MANDATE', 'm-1', undefined],
      ['MOVE_MANDATE', 'm-2', other.bindingId],
      ['CANCEL_MANDATE', 'm-2', undefined],
      ['SETTLE_PENDING', 'pay-1', undefined],
    ]);
  });

  it('says why a mandate cannot move: only to another card of the same provider', async () => {
    const card = await bind(service, holder);
    await bind(service, holder, 'harbour-bank');
    await owe(card, { mandates: [video] });
    const { obligations } = await ask(card.bindingId);
    expect(obligations.offers).toMatchObject([
      {
        kind: 'CANCEL_MANDATE',
        text: expect.stringMatching(
          /no more\..* It can only be moved to another card of Seaside Bank, and you have none/,
        ),
      },
    ]);
  });

  it('is not known while the provider does not answer, and nothing can be asked for', async () => {
    const card = await bind(service, holder);
    await owe(card, { mandates: [video] });
    const offer = await offerOf(card, 'CANCEL_MANDATE', 'm-1');
    bank().away = true;
    const { obligations } = await ask(card.bindingId);
    const refused = await take(card, offer);
    bank().away = false;
    expect(obligations).toBeNull();
    expect(refused).toMatchObject({ __typename: 'ProviderUnavailableError', retryAt: expect.any(String) });
  });

  it('is nobody else’s', async () => {
    const card = await bind(service, holder);
    await owe(card, { mandates: [video] });
    const offer = await offerOf(card, 'CANCEL_MANDATE', 'm-1');
    const input = await inputOf(card, offer);
    const stranger = aHolder();
    expect(
      (
        await service.ask(
          `query ($id: ID!) { binding(id: $id) { obligations { pending { id } } } }`,
          { id: card.bindingId },
          stranger.claims,
        )
      ).data.binding,
    ).toBeNull();
    expect(await mutate(service, stranger, 'cancelMandate', input)).toMatchObject({ __typename: 'NotFoundError' });
  });
});

describe('a mandate', () => {
  it('that is moved leaves nothing behind, and the card can be taken off in the same story', async () => {
    const card = await bind(service, holder);
    const other = await bind(service, holder);
    const from = await owe(card, { mandates: [video] });
    const offer = await offerOf(card, 'MOVE_MANDATE', 'm-1');
    const asked = await take(card, offer);
    expect(asked).toMatchObject({
      __typename: 'MoveMandateSuccess',
      act: { state: 'PENDING', to: { id: other.bindingId } },
    });
    await settle(service);
    expect((await ask(card.bindingId)).obligationActs).toMatchObject([
      { kind: 'MOVE_MANDATE', state: 'DONE', about: 'Video Club' },
    ]);
    expect(bank().obligationsOf(from).mandates).toEqual([]);
    expect(bank().obligationsOf(await referenceOf(other)).mandates).toEqual([video]);
    const [row] = await service.sql<{ agreed: Answer }>('SELECT agreed FROM obligation_act WHERE operation_id = $1', [
      asked.act.id,
    ]);
    expect(row?.agreed).toEqual({ text: offer.consentText, locale: 'en' });
    await unbind(service, holder, card.bindingId);
    await settle(service);
    expect((await readBinding(service, holder, card.bindingId)).status).toBe('UNBOUND');
  });

  it('is moved only by the words that were shown', async () => {
    const card = await bind(service, holder);
    await bind(service, holder);
    const from = await owe(card, { mandates: [video] });
    const offer = await offerOf(card, 'MOVE_MANDATE', 'm-1');
    expect(await take(card, offer, { consent: { text: 'Whatever.' } })).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'consent.text',
    });
    await settle(service);
    expect(bank().asked.some(({ credentialReference }) => credentialReference === from)).toBe(false);
  });

  it('is asked for once, whatever is repeated, and by a proof for this offer only', async () => {
    const card = await bind(service, holder);
    const from = await owe(card, { mandates: [video, gym] });
    const offer = await offerOf(card, 'CANCEL_MANDATE', 'm-1');
    const other = await offerOf(card, 'CANCEL_MANDATE', 'm-2');
    const proof = await proofOf(service, holder, 'CANCEL_MANDATE', card.bindingId, other.digest);
    expect(await take(card, offer, { proof })).toMatchObject({ rejection: 'PROOF_FOR_OTHER_PLAN' });
    const input = { ...(await inputOf(card, offer)), idempotencyKey: newKey() };
    const first = await mutate(service, holder, 'cancelMandate', input);
    expect(await mutate(service, holder, 'cancelMandate', input)).toMatchObject({ act: { id: first.act.id } });
    expect(await take(card, offer)).toMatchObject({ __typename: 'ObligationUnderWayError' });
    await settle(service);
    expect(bank().asked.filter(({ credentialReference }) => credentialReference === from)).toHaveLength(1);
    expect(bank().obligationsOf(from).mandates).toEqual([gym]);
    expect(await take(card, offer)).toMatchObject({ __typename: 'ObligationOfferChangedError' });
  });

  it.each(['UNKNOWN', 'UNKNOWN_DONE', 'TWICE', 'CONTRADICT', 'SILENT'] as const)(
    'is cancelled once where the provider is %s',
    async (behaviour) => {
      const card = await bind(service, holder);
      const from = await owe(card, { mandates: [video] });
      bank().plan('CANCEL_MANDATE', behaviour);
      await take(card, await offerOf(card, 'CANCEL_MANDATE', 'm-1'));
      for (let round = 0; round < 5; round++) {
        await settle(service);
        service.clock.advance(5_000);
      }
      await settle(service);
      expect(bank().obligationsOf(from).mandates).toEqual([]);
      expect((await ask(card.bindingId)).obligationActs).toMatchObject([{ state: 'DONE' }]);
    },
  );

  it('that the provider refuses to cancel stays, with the reason', async () => {
    const card = await bind(service, holder);
    const from = await owe(card, { mandates: [video] });
    bank().plan('CANCEL_MANDATE', 'REFUSE_LATER');
    await take(card, await offerOf(card, 'CANCEL_MANDATE', 'm-1'));
    await settle(service);
    expect((await ask(card.bindingId)).obligationActs).toMatchObject([
      { state: 'REFUSED', text: expect.stringContaining('nothing was done') },
    ]);
    expect(bank().obligationsOf(from).mandates).toEqual([video]);
    expect(await offerOf(card, 'CANCEL_MANDATE', 'm-1')).toMatchObject({ obligationId: 'm-1' });
  });

  it('whose provider never answers is a case by its deadline, and ends by a late answer', async () => {
    const card = await bind(service, holder);
    await owe(card, { mandates: [video] });
    bank().plan('CANCEL_MANDATE', 'LATE');
    const { act } = await take(card, await offerOf(card, 'CANCEL_MANDATE', 'm-1'));
    const until = async (moment: Date) => {
      while (service.clock.now() < moment) {
        service.clock.advance(Math.min(20_000, Number(moment) - Number(service.clock.now())));
        await service.jobs.run();
      }
    };
    await service.jobs.run();
    await until(new Date(act.deadline));
    expect(await ask(card.bindingId)).toMatchObject({
      obligationActs: [{ state: 'OVERDUE' }],
      cases: [{ about: 'OBLIGATION_OVERDUE', closedAt: null }],
    });
    for (const message of bank().settle({ late: true })) await service.composed.applyProviderMessage(message);
    await service.jobs.run();
    expect(await ask(card.bindingId)).toMatchObject({
      obligationActs: [{ state: 'DONE' }],
      cases: [{ about: 'OBLIGATION_OVERDUE', closedAt: expect.any(String) }],
    });
  }, 30_000);

  it('goes on after a crash, when all jobs are lost', async () => {
    const card = await bind(service, holder);
    const from = await owe(card, { mandates: [video] });
    await take(card, await offerOf(card, 'CANCEL_MANDATE', 'm-1'));
    await service.composed.dataSource.query('DELETE FROM graphile_worker._private_jobs');
    await service.jobs.reconcile(true);
    await settle(service);
    expect(bank().obligationsOf(from).mandates).toEqual([]);
  });
});

describe('what blocks an unbind', () => {
  it('comes with what clears it, and is gone when that is done', async () => {
    const card = await bind(service, holder);
    await owe(card, { pending: [taxi] });
    const query = `query ($id: ID!) { unbindPlan(bindingId: $id) { ... on UnbindPlan { blockers { kind pending { id about } remedies { code } offers { kind digest obligationId consentText } } } } }`;
    const plan = (await service.ask(query, { id: card.bindingId }, holder.claims)).data.unbindPlan;
    expect(plan.blockers).toMatchObject([
      {
        kind: 'PENDING_PAYMENT',
        pending: [{ id: 'pay-1', about: 'Taxi' }],
        remedies: [{ code: 'SettlePending' }, { code: 'ContactProvider' }],
        offers: [{ kind: 'SETTLE_PENDING', obligationId: 'pay-1' }],
      },
    ]);
    expect(await take(card, plan.blockers[0].offers[0])).toMatchObject({ __typename: 'SettlePendingSuccess' });
    await settle(service);
    expect((await preflight(service, holder, card.bindingId)).blockers).toEqual([]);
  });

  it('offers nothing that its provider does not do', async () => {
    const { bindingId } = await bind(service, holder, 'cloudgate');
    expect((await ask(bindingId)).obligations).toMatchObject({ offers: [] });
  });
});

describe('a card that is off', () => {
  it('takes nothing over that was asked for before, and nothing is asked for it', async () => {
    const card = await bind(service, holder);
    const other = await bind(service, holder);
    const from = await owe(card, { mandates: [video] });
    await take(card, await offerOf(card, 'MOVE_MANDATE', 'm-1'));
    await unbind(service, holder, other.bindingId);
    await settle(service);
    expect((await ask(card.bindingId)).obligationActs).toMatchObject([{ state: 'REFUSED' }]);
    expect(bank().obligationsOf(from).mandates).toEqual([video]);
  });
});
