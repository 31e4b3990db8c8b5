import { newId } from '@bindery/kernel';
import {
  aBinding,
  publishActivationAwaited,
  publishDispute,
  publishPhase,
  publishRemovalAnswered,
  publishRemovedElsewhere,
  publishRestored,
  publishStarted,
  publishWantedCard,
} from '../testing/binding-events';
import { aHolder, newBindingId, planDigest, start, startBind, type Answer, type Holder } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification({ withJobs: false })));
afterAll(() => service.stop());

const soon = '2026-02-01T00:00:00.000Z';
const parkingPermit = { en: 'parking permit', 'zh-CN': '停车证' };
const later = '2026-03-01T00:00:00.000Z';

async function waiting({ accountId, claims }: Holder, locale: 'en' | 'zh-CN' = 'en', viewer = claims): Promise<Answer> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Account { waiting { __typename subject kind deadline title
    ... on WaitingChallenge { challenge { state sentTo } } ... on WaitingBinding { succession binding { id } } ... on WaitingDispute { binding { id } } ... on WaitingRemoval { binding { id } } } } } }`;
  const { data }: Answer = await service.ask(
    query,
    { r: [{ __typename: 'Account', id: accountId }] },
    { ...viewer, locale },
  );
  return data._entities[0]?.waiting ?? null;
}

const staleCount = async (type: string): Promise<number> => {
  const { values }: Answer = await service.metrics.getSingleMetric('bindery_consumer_stale_total')?.get();
  return values.find(({ labels }: Answer) => labels.type === type)?.value ?? 0;
};

describe('what waits for a holder', () => {
  it('are codes and bindings, the soonest first, in the language of the viewer', async () => {
    const holder = await aHolder(service);
    const [verifying, activating, endless] = [
      aBinding(holder.accountId),
      aBinding(holder.accountId, { kindName: parkingPermit }),
      aBinding(holder.accountId, { kindName: undefined }),
    ];
    await publishStarted(service, verifying, later);
    await publishActivationAwaited(service, activating, soon, 3);
    await publishActivationAwaited(service, endless, undefined, 3);
    const challenge = await startBind(service, holder, verifying.bindingId);
    const items = await waiting(holder);
    const bySubject = Object.fromEntries(items.map((item: Answer) => [item.subject, item]));
    expect(bySubject[challenge.id]).toMatchObject({
      __typename: 'WaitingChallenge',
      kind: 'CODE',
      deadline: challenge.expiresAt,
      title: 'Enter the code that we sent to your phone',
      challenge: { state: 'PENDING' },
    });
    expect(bySubject[verifying.bindingId]).toMatchObject({
      __typename: 'WaitingBinding',
      kind: 'CONFIRMATION',
      deadline: later,
      title: 'Confirm that you want to bind the bank card',
      binding: { id: verifying.bindingId },
    });
    expect(bySubject[activating.bindingId]).toMatchObject({
      kind: 'ACTIVATION',
      deadline: soon,
      title: 'Activate the parking permit with its provider',
    });
    const deadlines = items.map(({ deadline }: Answer) => deadline);
    expect(deadlines).toEqual([...deadlines.filter(Boolean).sort(), null]);
    expect((await waiting(holder, 'zh-CN')).find(({ subject }: Answer) => subject === endless.bindingId).title).toBe(
      '向发卡或服务机构激活卡片',
    );
    expect(challenge.shownWords).toBe('This binds the bank card to your account.');
  });

  it('are shown to nobody else', async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    await startBind(service, holder);
    expect(await waiting(holder)).toHaveLength(1);
    expect(await waiting(holder, 'en', other.claims)).toBeNull();
    expect(await waiting(holder, 'en', {})).toBeNull();
  });

  it('do not tell what kind of card somebody else has', async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    const theirs = aBinding(other.accountId, { kindName: parkingPermit });
    await publishStarted(service, theirs, later);
    const about = async (subjectId: string) =>
      (await start(service, { purpose: { action: 'UNBIND', subjectId, planDigest } }, holder.claims)).challenge
        .shownWords;
    expect(await about(theirs.bindingId)).toBe(await about(newBindingId()));
  });
});

const dayMs = 24 * 60 * 60_000;
const began = Date.now();
const inDays = (days: number): string => new Date(began + days * dayMs).toISOString();

describe('disputes that wait', () => {
  it('are for a decision until it is there, and for a proof of the holder until the card is back', async () => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId);
    const disputeId = newId('dispute');
    const tell = (fact: 'opened' | 'upheld' | 'rejected' | 'escalated', sequence: number, more: object = {}) =>
      publishDispute(service, binding, disputeId, fact, sequence, more);
    await tell('opened', 1, { decideBy: inDays(7), held: false });
    const decision = { __typename: 'WaitingDispute', subject: disputeId, kind: 'DISPUTE', deadline: inDays(7) };
    expect(await waiting(holder)).toMatchObject([{ ...decision, binding: { id: binding.bindingId } }]);
    await tell('upheld', 2, { keptSessionId: newId('session'), proveBy: inDays(30), feeRefunded: true });
    await tell('opened', 1, { decideBy: inDays(7), held: false });
    expect(await waiting(holder)).toMatchObject([
      { kind: 'RESTORE', deadline: inDays(30), title: 'You were right: prove that it is you, and the card comes back' },
    ]);
    expect((await waiting(holder, 'zh-CN'))[0].title).toBe('您的申诉成立：请验证身份，卡片即可恢复');
    await publishRestored(service, binding, 5);
    expect(await waiting(holder)).toEqual([]);
  });

  it('are over when they are rejected, or upheld and nothing is left to prove', async () => {
    const holder = await aHolder(service);
    for (const [fact, more] of [
      ['rejected', {}],
      ['upheld', { keptSessionId: newId('session'), feeRefunded: false }],
    ] as const) {
      const disputeId = newId('dispute');
      await publishDispute(service, aBinding(holder.accountId), disputeId, 'opened', 1, {
        decideBy: inDays(7),
        held: true,
      });
      expect(await waiting(holder)).toHaveLength(1);
      await publishDispute(service, aBinding(holder.accountId), disputeId, fact, 2, more);
      expect(await waiting(holder)).toEqual([]);
    }
  });

  it('name no deadline that is over: they are decided all the same', async () => {
    const holder = await aHolder(service);
    const over = '2020-01-01T00:00:00.000Z';
    await publishDispute(service, aBinding(holder.accountId), newId('dispute'), 'escalated', 2, { decideBy: over });
    expect(await waiting(holder)).toMatchObject([
      { kind: 'DISPUTE', deadline: null, title: expect.stringContaining('it will be decided') },
    ]);
  });

  it('are shown to nobody else', async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    await publishDispute(service, aBinding(holder.accountId), newId('dispute'), 'opened', 1, {
      decideBy: inDays(7),
      held: true,
    });
    expect(await waiting(other)).toEqual([]);
  });
});

describe('a card that was taken off elsewhere', () => {
  it('waits for its holder to say whether it was them, until they have, or the card is back', async () => {
    const holder = await aHolder(service);
    const [answered, restored] = [aBinding(holder.accountId), aBinding(holder.accountId)];
    await publishRemovedElsewhere(service, answered, inDays(59), 4);
    await publishRemovedElsewhere(service, restored, inDays(60), 4);
    expect(await waiting(holder)).toMatchObject([
      {
        __typename: 'WaitingRemoval',
        subject: answered.bindingId,
        kind: 'WAS_THIS_YOU',
        deadline: inDays(59),
        title: 'Your bank card was taken off elsewhere: say whether it was you',
        binding: { id: answered.bindingId },
      },
      { subject: restored.bindingId },
    ]);
    expect((await waiting(holder, 'zh-CN'))[0].title).toBe('您的银行卡已在别处被移除：请确认是否为您所为');
    await publishRemovalAnswered(service, answered, 4, true);
    await publishRestored(service, restored, 6);
    expect(await waiting(holder)).toEqual([]);
    await publishRemovedElsewhere(service, answered, inDays(60), 4);
    expect(await waiting(holder)).toEqual([]);
    await publishRemovedElsewhere(service, restored, inDays(60), 8);
    expect(await waiting(holder)).toMatchObject([{ subject: restored.bindingId }]);
  });

  it('does not wait for an answer that nobody takes any more, nor show it to others', async () => {
    const [holder, other] = [await aHolder(service), await aHolder(service)];
    await publishRemovedElsewhere(service, aBinding(holder.accountId), '2020-01-01T00:00:00.000Z', 4);
    await publishRemovedElsewhere(service, aBinding(other.accountId), inDays(60), 4);
    expect(await waiting(holder)).toEqual([]);
  });
});

describe('bindings that take the place of another', () => {
  it.each([
    [
      'REPLACEMENT',
      'Confirm the new bank card that takes the place of the old one',
      'Activate the new bank card; until then the old one stays',
    ],
    [
      'MOVE',
      'Confirm that you want the bank card on the new device',
      'Activate the bank card on the new device; until then it stays on the old one',
    ],
  ])('say so while they wait for their holder: %s', async (succession, toConfirm, toActivate) => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId);
    await publishStarted(service, binding, soon, 1, succession);
    expect(await waiting(holder)).toMatchObject([{ kind: 'CONFIRMATION', succession, title: toConfirm }]);
    await publishActivationAwaited(service, binding, later, 3);
    expect(await waiting(holder)).toMatchObject([{ kind: 'ACTIVATION', succession, title: toActivate }]);
    await publishPhase(service, binding, 'BOUND', 4);
    expect(await waiting(holder)).toEqual([]);
  });

  it('say nothing of what this service has never heard of', async () => {
    const holder = await aHolder(service);
    await publishStarted(service, aBinding(holder.accountId), soon, 1, 'SOMETHING_NEW');
    expect(await waiting(holder)).toMatchObject([
      { succession: null, title: 'Confirm that you want to bind the bank card' },
    ]);
  });
});

describe('cards that move to another device', () => {
  it('wait to be entered there until then, and again when that came to nothing', async () => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId);
    const move = newId('move');
    await publishWantedCard(service, binding, move, 1, inDays(30));
    const wanted = {
      __typename: 'WaitingBinding',
      subject: binding.bindingId,
      kind: 'CARD',
      deadline: inDays(30),
      title: 'Enter the bank card on the device that it moves to; until then it stays on the old one',
      succession: 'MOVE',
      binding: { id: binding.bindingId },
    };
    expect(await waiting(holder)).toEqual([wanted]);
    expect(await waiting(await aHolder(service))).toEqual([]);
    await publishWantedCard(service, binding, move, 2);
    // Late: it is not wanted any more.
    await publishWantedCard(service, binding, move, 1, inDays(30));
    expect(await waiting(holder)).toEqual([]);
    await publishWantedCard(service, binding, move, 3, inDays(29));
    expect(await waiting(holder)).toMatchObject([{ kind: 'CARD', deadline: inDays(29) }]);
    await publishWantedCard(service, binding, move, 4, '2020-01-01T00:00:00.000Z');
    expect(await waiting(holder)).toEqual([]);
  });
});

describe('events about bindings', () => {
  it('count once, in the order of their sequence, however they come', async () => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId);
    const started = await publishStarted(service, binding, soon);
    expect(await waiting(holder)).toHaveLength(1);
    const before = await staleCount('bindery.binding.sync-changed.v1');
    await publishPhase(service, binding, 'BOUND', 4);
    await publishPhase(service, binding, 'BINDING', 2);
    await publishActivationAwaited(service, binding, later, 3);
    await service.eventLog.republish(started);
    expect(await waiting(holder)).toEqual([]);
    expect(await staleCount('bindery.binding.sync-changed.v1')).toBe(before + 1);
    expect(await service.sql('SELECT phase, sequence FROM known_binding WHERE id = $1', [binding.bindingId])).toEqual([
      { phase: 'BOUND', sequence: '4' },
    ]);
  });

  it('keep the name of the kind that the last of them told', async () => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId, { kindName: parkingPermit });
    const named = (kindName?: typeof parkingPermit) => ({ ...binding, common: { ...binding.common, kindName } });
    await publishStarted(service, binding, soon);
    await publishPhase(service, named(), 'VERIFYING', 2);
    expect(await waiting(holder)).toMatchObject([{ title: 'Confirm that you want to bind the parking permit' }]);
    await publishPhase(service, named({ en: 'parking card', 'zh-CN': '停车卡' }), 'VERIFYING', 3);
    expect(await waiting(holder, 'zh-CN')).toMatchObject([{ title: '确认绑定停车卡' }]);
  });

  it('keep a deadline as long as its phase', async () => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId);
    await publishStarted(service, binding, soon);
    await publishPhase(service, binding, 'VERIFYING', 2);
    expect(await waiting(holder)).toMatchObject([{ deadline: soon }]);
    await publishActivationAwaited(service, binding, undefined, 3);
    expect(await waiting(holder)).toMatchObject([{ deadline: null, kind: 'ACTIVATION' }]);
  });

  it('may be about a kind of card that is new here: it waits, by the name that its event tells', async () => {
    const holder = await aHolder(service);
    const binding = aBinding(holder.accountId, { kind: 'PARKING_PERMIT', kindName: parkingPermit });
    await publishStarted(service, binding, soon);
    expect(await waiting(holder)).toMatchObject([{ title: 'Confirm that you want to bind the parking permit' }]);
  });
});
