// What hangs on a card whose place was taken, while something keeps it: by what stands now, not by what stood then.
import type { Id } from '@bindery/kernel';
import type { Obligations } from '../providers';
import { aReviewer, anAgent, layHold, liftHold } from '../testing/card-holds';
import { decide, open } from '../testing/disputes';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  proofOf,
  readBinding,
  replaceCard,
  settle,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { changeByTwo } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';
import { insertPayments } from '../testing/usage';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
  const unbindObligations = { balance: 'BLOCKS', pendingPayment: 'BLOCKS', mandate: 'WARNS' };
  const obligationActs = ['CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'];
  await changeByTwo(service, { unbindObligations, obligationActs });
});
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const owed: Obligations = {
  balance: { value: 4_200, currency: 'CNY' },
  pending: [{ id: 'p-1', text: 'Fuel', amount: { value: 700, currency: 'CNY' } }],
  mandates: [],
};
const all = ['SETTLE_PENDING', 'WITHDRAW_BALANCE'];

interface Pair {
  readonly old: { readonly bindingId: Id<'binding'>; readonly cardId: Id<'card'> };
  readonly next: { readonly bindingId: Id<'binding'> };
}

const nothing = async (): Promise<unknown> => undefined;
type WithOld = (old: Pair['old']) => Promise<unknown>;

/** One card in the place of another, that stays at its provider for what hangs on it; `meanwhile` is done when the new one is not bound yet, `before` when nothing is asked yet. */
async function replaced(meanwhile: WithOld = nothing, before: WithOld = nothing): Promise<Pair> {
  const old = await bind(service, holder);
  const { bindingId } = old;
  await before(old);
  const reference = (await readBinding(service, holder, bindingId)).credentialReference;
  bank().setObligations(reference, owed);
  const begun = await replaceCard(service, holder, bindingId);
  await confirm(service, holder, begun.binding.id);
  await meanwhile(old);
  for (let round = 0; round < 2; round++) await settle(service);
  expect((await read(bindingId)).phase).toBe('REPLACED');
  return { old, next: { bindingId: begun.binding.id } };
}

const restoredBefore = async ({ bindingId }: Pair['old']): Promise<void> => {
  await unbind(service, holder, bindingId);
  await settle(service);
  const proof = await proofOf(service, holder, 'RESTORE', bindingId);
  await mutate(service, holder, 'requestRestore', { bindingId, proof });
  await settle(service);
  expect((await read(bindingId)).phase).toBe('BOUND');
};

async function read(bindingId: Id<'binding'>): Promise<Answer> {
  const query = `query ($id: ID!) { binding(id: $id) { phase nextSteps { code } keptAtProvider { owes } obligations { offers { kind digest } } obligationActs { kind state } } }`;
  const { data, errors } = await service.ask(query, { id: bindingId }, holder.claims);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.binding;
}

const offered = async ({ old }: Pair): Promise<string[]> =>
  (await read(old.bindingId)).obligations.offers.map(({ kind }: Answer) => kind);
const canClear = async ({ old }: Pair): Promise<boolean> =>
  (await read(old.bindingId)).nextSteps.some(({ code }: Answer) => code === 'CLEAR_OBLIGATIONS');

async function shown({ old: { bindingId } }: Pair): Promise<object> {
  const { offers } = (await read(bindingId)).obligations;
  const { digest: planDigest } = offers.find(({ kind }: Answer) => kind === 'WITHDRAW_BALANCE');
  return { bindingId, planDigest, proof: await proofOf(service, holder, 'WITHDRAW_BALANCE', bindingId, planDigest) };
}
const withdraw = (input: object): Promise<Answer> => mutate(service, holder, 'withdrawBalance', input);

async function isPaidOut(pair: Pair): Promise<void> {
  expect(await offered(pair)).toEqual(all);
  expect(await canClear(pair)).toBe(true);
  expect(await withdraw(await shown(pair))).toMatchObject({ __typename: 'WithdrawBalanceSuccess' });
  await settle(service);
  expect((await read(pair.old.bindingId)).obligationActs).toEqual([{ kind: 'WITHDRAW_BALANCE', state: 'DONE' }]);
}

const tellLock = (type: 'locked' | 'unlocked', sequence: number) => {
  const { accountId } = holder.viewer;
  const at = service.clock.now().toISOString();
  const of = { key: accountId, sequence };
  return type === 'unlocked'
    ? service.eventLog.publish('identity', { type: 'bindery.account.unlocked.v1', ...of, data: { accountId, at } })
    : service.eventLog.publish('identity', {
        type: 'bindery.account.locked.v1',
        ...of,
        data: { accountId, scope: 'ACCOUNT', reason: 'FROZEN', at },
      });
};

async function laid(bindingId: Id<'binding'>, reason: string, by = anAgent): Promise<() => Promise<unknown>> {
  const { hold } = await layHold(service, bindingId, reason, by());
  return () => liftHold(service, hold.id, by());
}

async function reportedLost(): Promise<() => Promise<unknown>> {
  const { deviceId } = holder.viewer;
  await mutate(service, holder, 'reportLost', { deviceId });
  return async () =>
    mutate(service, holder, 'reportFound', { deviceId, proof: await proofOf(service, holder, 'FOUND', deviceId) });
}

async function disputed(bindingId: Id<'binding'>, about: string, more?: object): Promise<() => Promise<unknown>> {
  const { dispute } = await open(service, holder, bindingId, about, more);
  return () => decide(service, dispute.id, 'REJECT');
}

const freezes: Readonly<Record<string, (pair: Pair) => Promise<() => Promise<unknown>>>> = {
  'a security check of the old card': ({ old }) => laid(old.bindingId, 'UNUSUAL_USE'),
  'a legal duty about the old card': ({ old }) => laid(old.bindingId, 'COURT_ORDER', aReviewer),
  'a legal duty about the new card': ({ next }) => laid(next.bindingId, 'COURT_ORDER', aReviewer),
  'a lock of the account': async () => {
    await tellLock('locked', 3);
    return () => tellLock('unlocked', 4);
  },
  'a report that its device is lost': reportedLost,
  'a dispute of a use of the old card': async ({ old }) => {
    const { accountId } = holder.viewer;
    await insertPayments(service, { ...old, accountId }, { count: 2, now: service.clock.now() });
    const [payment] = await service.sql("SELECT id FROM usage_record WHERE binding_id = $1 AND kind = 'PAYMENT'", [
      old.bindingId,
    ]);
    const usageId = payment?.id;
    return disputed(old.bindingId, 'UNAUTHORISED_USE', { usageId });
  },
  'a dispute that the new card was bound': ({ next }) => disputed(next.bindingId, 'UNAUTHORISED_BIND'),
};

describe('a card whose place was taken', () => {
  it.each(Object.keys(freezes))(
    'pays nothing out by an offer that was shown before %s, and does after it',
    async (is) => {
      const pair = await replaced();
      const before = await shown(pair);
      const end = await freezes[is]?.(pair);
      await settle(service);
      expect(await offered(pair)).toEqual([]);
      expect(await canClear(pair)).toBe(false);
      expect(await withdraw(before)).toMatchObject({ __typename: 'ObligationOfferChangedError' });
      expect((await read(pair.old.bindingId)).obligationActs).toEqual([]);
      await end?.();
      await settle(service);
      await isPaidOut(pair);
    },
  );

  it.each([
    ['a security check', ({ bindingId }: Pair['old']) => laid(bindingId, 'UNUSUAL_USE')],
    ['a report that its device is lost', reportedLost],
    ['a dispute that it was bound', ({ bindingId }: Pair['old']) => disputed(bindingId, 'UNAUTHORISED_BIND')],
  ])('is not kept any more by %s that held it then, once that is over', async (_, begin) => {
    let end: (() => Promise<unknown>) | undefined;
    const pair = await replaced(async (old) => void (end = await begin(old)));
    expect(await offered(pair)).toEqual([]);
    await end?.();
    await settle(service);
    await isPaidOut(pair);
  });

  it('can be cleared although it was taken off and restored before', async () => {
    await isPaidOut(await replaced(nothing, restoredBefore));
  });

  it.each([
    ['', nothing],
    [', restored though it was before', restoredBefore],
  ])('is kept by nothing any more an hour after its provider has taken it off itself%s', async (_, before) => {
    const pair = await replaced(nothing, before);
    const { bindingId } = pair.old;
    expect((await read(bindingId)).keptAtProvider).toMatchObject({ owes: ['BALANCE', 'PENDING_PAYMENT'] });
    const { credentialReference } = await readBinding(service, holder, bindingId);
    bank().removeOutside(credentialReference);
    service.clock.advance(60 * 60_000);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ keptAtProvider: null, nextSteps: [], obligations: { offers: [] } });
  });
});
