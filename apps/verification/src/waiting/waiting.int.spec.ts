import { aBinding, publishActivationAwaited, publishPhase, publishStarted } from '../testing/binding-events';
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
    ... on WaitingChallenge { challenge { state sentTo } } ... on WaitingBinding { binding { id } } } } } }`;
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
