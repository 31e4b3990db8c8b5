import type { Id } from '@bindery/kernel';
import { anAgent, aReviewer, askToHold, layHold, liftHold, readHolds } from '../testing/card-holds';
import {
  accessCard,
  aHolder,
  bankCard,
  bind,
  confirm,
  mutate,
  newCardNumber,
  newKey,
  proofOf,
  readBinding,
  replaceCard,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { staff } from '../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const kindsSent = () => bank().sent.map(({ kind }) => kind);
const read = (bindingId: Id<'binding'>, by = holder) => readBinding(service, by, bindingId);
const codesOf = ({ nextSteps }: Answer): string[] => nextSteps.map(({ code }: Answer) => code);
const lay = (bindingId: string, reason = 'UNUSUAL_USE', by: object = anAgent(), more?: object) =>
  layHold(service, bindingId, reason, by, more);
const lift = (holdId: string, by: object = anAgent()) => liftHold(service, holdId, by);

describe('a security check', () => {
  it('blocks here at once, tells the provider after, and goes when an agent lifts it and the provider agrees', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const agent = anAgent();
    const laid = await lay(bindingId, 'UNUSUAL_USE', agent);
    expect(laid).toMatchObject({
      __typename: 'LayCardHoldSuccess',
      hold: { cardId, owner: 'RISK', reason: 'UNUSUAL_USE', words: 'Seen in the log.', liftedAt: null },
      bindings: [{ bindingId, outcome: 'HELD' }],
    });
    expect(laid.hold.laidBy).toBe(agent.viewer.accountId);
    expect(await read(bindingId)).toMatchObject({
      status: 'SUSPENDED',
      holds: [{ owner: 'RISK', reason: 'SECURITY_CHECK', cause: 'SECURITY_CHECK', liftableBy: ['RISK'] }],
      sync: { state: 'PENDING', operation: 'SUSPEND' },
    });
    await settle(service);
    expect(await lift(laid.hold.id, agent)).toMatchObject({
      hold: { liftedWords: 'Cleared up.', liftedBy: agent.viewer.accountId, liftedAt: expect.any(String) },
      bindings: [{ bindingId, outcome: 'WAITS_FOR_PROVIDER' }],
    });
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', sync: { operation: 'RESUME' } });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
    expect(kindsSent().slice(-2)).toEqual(['SUSPEND', 'RESUME']);
    expect(await lift(laid.hold.id, agent)).toMatchObject({ __typename: 'HoldAlreadyLiftedError' });
  });

  it('is not the holder’s to lift, who is told whose it is and what can be done', async () => {
    const { bindingId } = await bind(service, holder);
    await lay(bindingId);
    await settle(service);
    expect(await mutate(service, holder, 'resumeBinding', { bindingId })).toMatchObject({
      __typename: 'TransitionRefusedError',
    });
    const binding = await read(bindingId);
    expect(binding.holds[0].text).toMatch(/Only we can lift this/);
    expect(codesOf(binding)).toContain('CONTACT_SUPPORT');
    expect(codesOf(binding)).not.toContain('RESUME');
    // Nor does it go with a hold of their own.
    await mutate(service, holder, 'suspendBinding', { bindingId });
    await mutate(service, holder, 'resumeBinding', { bindingId });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'RISK' }] });
  });

  it('is done once for its key, and refused for a reason that holds the card already', async () => {
    const { bindingId } = await bind(service, holder);
    const agent = anAgent();
    const once = { idempotencyKey: newKey() };
    const first = await lay(bindingId, 'UNUSUAL_USE', agent, once);
    expect(await lay(bindingId, 'UNUSUAL_USE', agent, once)).toEqual(first);
    expect(await lay(bindingId, 'MISUSE_REPORTED', agent, once)).toMatchObject({
      __typename: 'IdempotencyKeyReusedError',
    });
    expect(await lay(bindingId)).toMatchObject({ __typename: 'HoldAlreadyLaidError', holdId: first.hold.id });
    expect(await lay(bindingId, 'UNUSUAL_USE', agent, { words: ' ' })).toMatchObject({
      field: 'words',
      rule: 'REQUIRED',
    });
    const words = 'Seen \u202egol eht ni';
    for (const hidden of [
      await lay(bindingId, 'MISUSE_REPORTED', agent, { words }),
      await liftHold(service, first.hold.id, agent, words),
    ])
      expect(hidden).toMatchObject({ field: 'words', rule: 'CHARACTERS' });
    const other = await lay(bindingId, 'MISUSE_REPORTED');
    expect(other.bindings).toEqual([{ bindingId, outcome: 'ALREADY_HELD' }]);
    await settle(service);
    expect((await lift(first.hold.id)).bindings).toEqual([{ bindingId, outcome: 'STILL_HELD' }]);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', sync: { state: 'IN_SYNC' } });
    await lift(other.hold.id);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('tells nobody where the provider does not suspend', async () => {
    const { bindingId } = await bind(service, holder, 'cloudgate', accessCard('RG-1701'));
    const { hold } = await lay(bindingId);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', sync: { state: 'IN_SYNC' } });
    expect((await lift(hold.id)).bindings).toEqual([{ bindingId, outcome: 'LIFTED' }]);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('is lifted later where the provider cannot be told yet, and again after it refused', async () => {
    const { bindingId } = await bind(service, holder);
    const { hold } = await lay(bindingId);
    await settle(service);
    await unbind(service, holder, bindingId);
    await service.jobs.run();
    expect((await lift(hold.id)).bindings).toEqual([{ bindingId, outcome: 'WAITS_FOR_PROVIDER' }]);
    await expect(service.jobs.run()).rejects.toThrow(/cannot be told yet/);
    for (const message of bank().settle()) await service.composed.applyProviderMessage(message);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ phase: 'UNBOUND', holds: [] });

    const other = await bind(service, holder);
    const again = await lay(other.bindingId);
    await settle(service);
    bank().plan('RESUME', 'REFUSE_LATER');
    await lift(again.hold.id);
    await settle(service);
    expect(await read(other.bindingId)).toMatchObject({ status: 'SUSPENDED' });
    expect((await lift(again.hold.id)).bindings).toEqual([
      { bindingId: other.bindingId, outcome: 'WAITS_FOR_PROVIDER' },
    ]);
    await settle(service);
    expect(await read(other.bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('of many at once is laid once and lifted once', async () => {
    const { bindingId } = await bind(service, holder);
    const laid = await Promise.all(Array.from({ length: 10 }, () => lay(bindingId)));
    const [won, ...more] = laid.filter(({ __typename }) => __typename === 'LayCardHoldSuccess');
    expect(more).toEqual([]);
    await settle(service);
    const lifted = await Promise.all(Array.from({ length: 10 }, () => lift(won?.hold.id)));
    expect(lifted.filter(({ __typename }) => __typename === 'LiftCardHoldSuccess')).toHaveLength(1);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
  });
});

describe('a legal duty', () => {
  it('holds by a reviewer, tells the holder no more than that, and is lifted by another one', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const reviewer = aReviewer();
    const { hold } = await lay(bindingId, 'COURT_ORDER', reviewer, { words: 'Order 7 of the court.' });
    expect(await read(bindingId)).toMatchObject({
      holds: [{ owner: 'COMPLIANCE', cause: 'LEGAL_DUTY', reason: 'LEGAL_DUTY', liftableBy: ['COMPLIANCE'] }],
    });
    await settle(service);
    expect(await lift(hold.id, reviewer)).toMatchObject({ __typename: 'HoldNotForYouError', bar: 'LAID_IT' });
    expect((await lift(hold.id, aReviewer())).__typename).toBe('LiftCardHoldSuccess');
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
    // What is told of it anywhere names the duty and nothing of the order.
    const told = await service.sql<{ value: string }>(
      `SELECT value FROM outbox_events WHERE value LIKE '%' || $1 || '%'`,
      [cardId],
    );
    const changes = await service.sql('SELECT * FROM binding_change WHERE card_id = $1', [cardId]);
    for (const text of [JSON.stringify(told), JSON.stringify(changes)]) {
      expect(text).toContain('LEGAL_DUTY');
      expect(text).not.toMatch(/COURT_ORDER|Order 7/);
    }
  });

  it('and a security check are lifted each by its own', async () => {
    const { bindingId } = await bind(service, holder);
    const check = await lay(bindingId);
    const duty = await lay(bindingId, 'SANCTIONS_LIST', aReviewer());
    await settle(service);
    expect(await lift(duty.hold.id)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await lift(check.hold.id, aReviewer())).toMatchObject({ __typename: 'NotFoundError' });
    await lift(check.hold.id);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'COMPLIANCE' }] });
  });
});

describe('who may', () => {
  it('is an agent for the one and a reviewer for the other, and nobody else', async () => {
    const { bindingId } = await bind(service, holder);
    const codeOf = async (reason: string, by: object) =>
      (await askToHold(service, 'layCardHold', { bindingId, reason, words: 'None.' }, by)).errors?.[0].extensions.code;
    for (const by of [staff(), staff(['OPERATOR']), holder]) {
      expect(await codeOf('UNUSUAL_USE', by)).toBe('FORBIDDEN');
      expect(await codeOf('COURT_ORDER', by)).toBe('FORBIDDEN');
    }
    expect(await codeOf('COURT_ORDER', anAgent())).toBe('FORBIDDEN');
    expect(await codeOf('UNUSUAL_USE', aReviewer())).toBe('FORBIDDEN');
    const refused = await askToHold(service, 'liftCardHold', { holdId: 'hold_none', words: 'None.' }, holder.claims);
    expect(refused.errors?.[0].extensions.code).toBe('FORBIDDEN');
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
  });

  it('reads the holds of their office, lifted ones too, and none of their own card', async () => {
    const { bindingId } = await bind(service, holder);
    const check = await lay(bindingId);
    const duty = await lay(bindingId, 'COURT_ORDER', aReviewer());
    await lift(check.hold.id);
    expect(await readHolds(service, bindingId, anAgent())).toMatchObject([
      { id: check.hold.id, words: 'Seen in the log.', liftedWords: 'Cleared up.' },
    ]);
    expect(await readHolds(service, bindingId, aReviewer())).toMatchObject([{ id: duty.hold.id, liftedAt: null }]);
    expect(await readHolds(service, bindingId, staff(['AGENT', 'REVIEWER']))).toHaveLength(2);
    const self = { viewer: { ...holder.viewer, staffRoles: ['AGENT'] } };
    expect(await readHolds(service, bindingId, self)).toEqual([]);
    expect(await lay(bindingId, 'MISUSE_REPORTED', self)).toMatchObject({ bar: 'OWN_ACCOUNT' });
    expect(await lay('binding_none')).toMatchObject({ __typename: 'NotFoundError' });
  });
});

describe('a card that is held', () => {
  it('is not bound anew, and still held when it comes back', async () => {
    const card = bankCard(newCardNumber());
    const { bindingId } = await bind(service, holder, 'seaside-bank', card);
    const { hold } = await lay(bindingId);
    await settle(service);
    await unbind(service, holder, bindingId);
    await settle(service);
    const off = await read(bindingId);
    expect(off).toMatchObject({ phase: 'UNBOUND' });
    expect(codesOf(off)).not.toContain('REBIND');
    const again = () => mutate(service, holder, 'startBinding', startInput(holder, 'seaside-bank', card));
    expect(await again()).toMatchObject({
      __typename: 'BindingRefusedError',
      refusal: 'CARD_HELD',
      remedies: [{ code: 'UseOtherCard' }, { code: 'ContactSupport' }],
    });
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    await mutate(service, holder, 'requestRestore', { bindingId, proof });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'RISK' }] });
    await lift(hold.id);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('frees nobody by being replaced, and is freed with what took its place', async () => {
    const { bindingId } = await bind(service, holder);
    const { hold } = await lay(bindingId);
    await settle(service);
    const begun = await replaceCard(service, holder, bindingId);
    await confirm(service, holder, begun.binding.id);
    await settle(service);
    expect(await read(begun.binding.id)).toMatchObject({ status: 'SUSPENDED', holds: [{ owner: 'RISK' }] });
    const lifted = await lift(hold.id);
    expect(lifted.bindings).toEqual([{ bindingId: begun.binding.id, outcome: 'WAITS_FOR_PROVIDER' }]);
    await settle(service);
    expect(await read(begun.binding.id)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('is in its history, by whom and by which way', async () => {
    const { bindingId } = await bind(service, holder);
    await lay(bindingId);
    const query = `{ binding(id: "${bindingId}") { card { history(first: 1) { edges { node { kind actor way reason text } } } } } }`;
    const { data } = await service.ask(query, {}, holder.claims);
    expect(data.binding.card.history.edges[0].node).toMatchObject({
      kind: 'HELD',
      actor: 'RISK',
      way: 'STAFF',
      reason: 'SECURITY_CHECK',
    });
  });
});
