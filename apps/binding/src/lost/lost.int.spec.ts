import { newId, type Id } from '@bindery/kernel';
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
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { unbound } from '../testing/scenes';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

type Subject = { readonly cardId: Id<'card'> } | { readonly deviceId: Id<'device'> };
const idOf = (subject: Subject) => ('cardId' in subject ? subject.cardId : subject.deviceId);
const lost = (subject: Subject, by = holder) => mutate(service, by, 'reportLost', subject);
const found = async (subject: Subject, by = holder): Promise<Answer> =>
  mutate(service, by, 'reportFound', { ...subject, proof: await proofOf(service, by, 'FOUND', idOf(subject)) });
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const eventsOf = async (type: string) =>
  (
    await service.sql<{ value: string }>(
      `SELECT value FROM outbox_events WHERE key = $1 AND headers ->> 'ce_type' = $2 ORDER BY position`,
      [holder.viewer.accountId, type],
    )
  ).map(({ value }) => JSON.parse(value));

describe('a card that is reported lost', () => {
  it('is held at once, its provider told after, and comes back by a proof', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const answer = await lost({ cardId });
    expect(answer).toMatchObject({
      card: { id: cardId, lostSince: expect.any(String) },
      results: [
        {
          outcome: 'HELD',
          binding: {
            id: bindingId,
            status: 'SUSPENDED',
            holds: [{ owner: 'HOLDER', cause: 'CARD_REPORTED_LOST', text: 'You reported this card lost.' }],
            sync: { operation: 'SUSPEND' },
          },
        },
      ],
    });
    await settle(service);
    expect((await read(bindingId)).nextSteps.map(({ code }: { code: string }) => code)).toContain('REPORT_FOUND');
    expect(await mutate(service, holder, 'resumeBinding', { bindingId })).toMatchObject({
      __typename: 'TransitionRefusedError',
    });
    expect(await found({ cardId })).toMatchObject({
      card: { lostSince: null },
      results: [{ outcome: 'WAITS_FOR_PROVIDER', binding: { status: 'SUSPENDED' } }],
    });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
    expect(await eventsOf('bindery.wallet.reported-lost.v1')).toMatchObject([{ subject: 'CARD', cardId, held: 1 }]);
    expect(await eventsOf('bindery.wallet.reported-found.v1')).toMatchObject([{ subject: 'CARD', cardId }]);
  });

  it('changes nothing when it is reported again, and answers a repeated request as the first', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const input = { cardId, idempotencyKey: newKey() };
    const first = await mutate(service, holder, 'reportLost', input);
    expect(await mutate(service, holder, 'reportLost', input)).toEqual(first);
    expect(await lost({ cardId })).toMatchObject({ since: first.since, results: [{ outcome: 'ALREADY_HELD' }] });
    expect(await eventsOf('bindery.wallet.reported-lost.v1')).toHaveLength(1);
    expect((await read(bindingId)).holds).toHaveLength(1);
  });

  it('is given up where it is not bound yet, and left where it is off', async () => {
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    expect(await lost({ cardId: binding.card.id })).toMatchObject({
      results: [{ outcome: 'CANCELLED', binding: { phase: 'DECLINED' } }],
    });
    const { cardId } = await unbound(service, holder);
    expect(await lost({ cardId })).toMatchObject({ results: [{ outcome: 'NOT_ON', binding: { phase: 'UNBOUND' } }] });
  });

  it('is held when it comes back after it was off', async () => {
    const { bindingId, cardId } = await unbound(service, holder);
    await lost({ cardId });
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      __typename: 'RequestRestoreSuccess',
    });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', holds: [{ cause: 'CARD_REPORTED_LOST' }] });
    await found({ cardId });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('is bound anew only when it is found', async () => {
    const card = bankCard(newCardNumber());
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder, 'seaside-bank', card));
    const subject = { cardId: binding.card.id };
    await lost(subject);
    const again = () => mutate(service, holder, 'startBinding', startInput(holder, 'seaside-bank', card));
    expect(await again()).toMatchObject({
      __typename: 'BindingRefusedError',
      refusal: 'CARD_REPORTED_LOST',
      remedies: [{ code: 'ReportFound' }, { code: 'ContactSupport' }],
    });
    await found(subject);
    expect((await again()).__typename).toBe('StartBindingSuccess');
  });
});

describe('a device that is reported lost', () => {
  it('holds every binding on it, those under way too, and no other', async () => {
    const bank = await bind(service, holder);
    const door = await bind(service, holder, 'cloudgate', accessCard('RG-1201'));
    const begun = await mutate(service, holder, 'startBinding', startInput(holder, 'harbour-bank'));
    const { deviceId } = holder.viewer;
    const answer = await lost({ deviceId });
    expect(answer.results.map(({ outcome }: Answer) => outcome)).toEqual(['HELD', 'HELD', 'HELD']);
    expect(answer.device).toMatchObject({ id: deviceId, lostSince: answer.since });
    await confirm(service, holder, begun.binding.id);
    await settle(service);
    for (const id of [bank.bindingId, door.bindingId, begun.binding.id])
      expect(await read(id)).toMatchObject({
        status: 'SUSPENDED',
        holds: [{ owner: 'DEVICE_LOST', cause: 'DEVICE_REPORTED_LOST' }],
      });
    expect(await mutate(service, holder, 'startBinding', startInput(holder))).toMatchObject({
      refusal: 'DEVICE_REPORTED_LOST',
    });
    await found({ deviceId });
    await settle(service);
    for (const id of [bank.bindingId, door.bindingId, begun.binding.id])
      expect(await read(id)).toMatchObject({ status: 'ACTIVE' });
  });

  it('keeps what else holds its cards', async () => {
    const { bindingId } = await bind(service, holder);
    await mutate(service, holder, 'suspendBinding', { bindingId });
    await settle(service);
    const { deviceId } = holder.viewer;
    await lost({ deviceId });
    expect(await found({ deviceId })).toMatchObject({ results: [{ outcome: 'LIFTED' }] });
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED', holds: [{ cause: 'SUSPENDED_BY_HOLDER' }] });
  });

  it('is held by an emergency that identity tells of, though it was removed', async () => {
    const { bindingId } = await bind(service, holder);
    const { accountId, deviceId } = holder.viewer;
    const at = service.clock.now().toISOString();
    await service.eventLog.publish('identity', {
      type: 'bindery.account.emergency-reported.v1',
      key: accountId,
      sequence: 7,
      data: { accountId, lostDeviceId: deviceId, endedSessions: 1, at },
    });
    expect(await read(bindingId)).toMatchObject({ holds: [{ owner: 'DEVICE_LOST' }] });
    const [change] = await service.sql<{ channel: string }>(
      'SELECT channel FROM binding_change WHERE binding_id = $1 ORDER BY version DESC LIMIT 1',
      [bindingId],
    );
    expect(change).toEqual({ channel: 'ACCOUNT_EVENT' });
  });
});

describe('what is found', () => {
  it('needs a proof for just that, once', async () => {
    const first = await bind(service, holder);
    const second = await bind(service, holder);
    await lost({ cardId: first.cardId });
    await lost({ cardId: second.cardId });
    const report = (cardId: Id<'card'>, proof: string) => mutate(service, holder, 'reportFound', { cardId, proof });
    const other = await proofOf(service, holder, 'FOUND', second.cardId);
    expect(await report(first.cardId, other)).toMatchObject({ rejection: 'PROOF_FOR_OTHER_SUBJECT' });
    expect(await report(first.cardId, await proofOf(service, holder, 'UNBIND', first.cardId))).toMatchObject({
      rejection: 'PROOF_FOR_OTHER_ACTION',
    });
    expect((await report(second.cardId, other)).__typename).toBe('ReportFoundSuccess');
    await lost({ cardId: second.cardId });
    expect(await report(second.cardId, other)).toMatchObject({ rejection: 'PROOF_ALREADY_USED' });
    expect(await read(first.bindingId)).toMatchObject({ status: 'SUSPENDED' });
  });

  it('was reported before, and is the account’s own', async () => {
    const { cardId } = await bind(service, holder);
    expect(await found({ cardId })).toMatchObject({ __typename: 'NotReportedLostError' });
    const stranger = aHolder();
    for (const subject of [{ cardId }, { deviceId: holder.viewer.deviceId }, { cardId: newId('card') }]) {
      expect(await lost(subject, stranger)).toMatchObject({ __typename: 'NotFoundError' });
      expect(await found(subject, stranger)).toMatchObject({ __typename: 'NotFoundError' });
    }
    expect(await mutate(service, holder, 'reportLost', {})).toMatchObject({ field: 'cardId', rule: 'REQUIRED' });
    expect(await mutate(service, holder, 'reportLost', { cardId, deviceId: holder.viewer.deviceId })).toMatchObject({
      field: 'deviceId',
      rule: 'NOT_WANTED',
    });
  });

  it('is lifted later where its provider cannot be told now', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    service.providers['seaside-bank'].plan('SUSPEND', 'UNKNOWN');
    await lost({ cardId });
    await service.jobs.run({ mayFail: true });
    expect(await read(bindingId)).toMatchObject({ sync: { state: 'UNKNOWN' } });
    expect(await found({ cardId })).toMatchObject({ results: [{ outcome: 'WAITS_FOR_PROVIDER' }] });
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED' });
    for (let round = 0; round < 40 && (await read(bindingId)).status !== 'ACTIVE'; round++) {
      service.clock.advance(30_000);
      await service.jobs.run({ mayFail: true });
      await settle(service).catch(() => undefined);
    }
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });
});

describe('many at once', () => {
  it('report a device lost while cards are begun on it: none is left that is not held or refused', async () => {
    const { deviceId } = holder.viewer;
    await bind(service, holder);
    for (let round = 0; round < 10; round++) {
      const other = aHolder();
      const starts = Array.from({ length: 6 }, () => mutate(service, other, 'startBinding', startInput(other)));
      const reports = Array.from({ length: 6 }, () => lost({ deviceId: other.viewer.deviceId }, other));
      await Promise.all([...starts, ...reports]);
      const rows = await service.sql<{ holds: unknown[] }>(`SELECT holds FROM binding WHERE account_id = $1`, [
        other.viewer.accountId,
      ]);
      for (const { holds } of rows) expect(holds).toHaveLength(1);
    }
    expect(await lost({ deviceId })).toMatchObject({ results: [{ outcome: 'HELD' }] });
  }, 60_000);

  it('report and unbind one card: it is off, or held', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    const [unbound] = await Promise.all([
      unbind(service, holder, bindingId),
      ...Array.from({ length: 20 }, () => lost({ cardId })),
    ]);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({
      status: unbound.__typename === 'RequestUnbindSuccess' ? 'UNBOUND' : 'SUSPENDED',
    });
  });
});
