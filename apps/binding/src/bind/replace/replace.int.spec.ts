import type { Id } from '@bindery/kernel';
import { operationJobs } from '../../operations';
import {
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
  replaceInput,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../../testing/holder';
import { checkHistory } from '../../testing/history-checker';
import { startBindingService, type Answer, type RunningBinding } from '../../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);
const replace = (bindingId: Id<'binding'>, reason?: string) => replaceCard(service, holder, bindingId, reason);
const finish = async (answer: Answer) => {
  await confirm(service, holder, answer.binding.id);
  await settle(service);
};
const removed = () => bank().sent.filter(({ kind }) => kind === 'UNBIND');
const defaultCard = async (): Promise<string | null> => {
  const query = `{ _entities(representations: [{ __typename: "Account", id: "${holder.viewer.accountId}" }]) { ... on Account { defaultCard { id } } } }`;
  return (await service.ask(query, {}, holder.claims)).data._entities[0].defaultCard?.id ?? null;
};

describe('replaceCard', () => {
  it('leaves the old card until the new one is bound, which then takes its place: default, lineage, and gone at the provider', async () => {
    const first = await bind(service, holder);
    await bind(service, holder, 'harbour-bank');
    const before = removed().length;
    const begun = await replace(first.bindingId);
    expect(begun).toMatchObject({
      binding: { phase: 'VERIFYING', previousBinding: { id: first.bindingId } },
      replaced: { status: 'ACTIVE', successor: { id: begun.binding.id } },
    });
    expect(await defaultCard()).toBe(first.cardId);
    await finish(begun);
    expect(await read(first.bindingId)).toMatchObject({ phase: 'REPLACED' });
    expect(await read(begun.binding.id)).toMatchObject({ status: 'ACTIVE' });
    expect(await defaultCard()).toBe(begun.binding.card.id);
    expect(removed()).toHaveLength(before + 1);
    const [event] = await service.sql<{ value: string }>(
      `SELECT value FROM outbox_events WHERE key = $1 AND headers ->> 'ce_type' = 'bindery.binding.replaced.v1'`,
      [first.bindingId],
    );
    expect(JSON.parse(event?.value ?? '{}')).toMatchObject({
      successorBindingId: begun.binding.id,
      reason: 'DAMAGED',
    });
  });

  it.each(['LOST', 'STOLEN'])('holds the old card at once when it is %s, and not the new one', async (reason) => {
    const { bindingId } = await bind(service, holder);
    const begun = await replace(bindingId, reason);
    expect(begun.replaced).toMatchObject({ status: 'SUSPENDED', holds: [{ cause: 'CARD_REPORTED_LOST' }] });
    await finish(begun);
    expect(await read(begun.binding.id)).toMatchObject({ status: 'ACTIVE', holds: [] });
    expect(await read(bindingId)).toMatchObject({ phase: 'REPLACED' });
  });

  it('frees nobody: what else holds the old card holds the new one', async () => {
    const { bindingId } = await bind(service, holder);
    await mutate(service, holder, 'suspendBinding', { bindingId });
    await settle(service);
    const begun = await replace(bindingId);
    await finish(begun);
    expect(await read(begun.binding.id)).toMatchObject({
      status: 'SUSPENDED',
      holds: [{ cause: 'SUSPENDED_BY_HOLDER' }],
    });
    await settle(service);
    expect(bank().sent.at(-1)).toBeDefined();
    expect(await mutate(service, holder, 'resumeBinding', { bindingId: begun.binding.id })).toMatchObject({
      __typename: 'ResumeBindingSuccess',
    });
  });

  it('has the old one’s place within the limit of its provider, also where several are replaced at once', async () => {
    const [one, other] = [await bind(service, holder), await bind(service, holder)];
    for (let count = 2; count < 5; count++) await bind(service, holder);
    const first = await replace(one.bindingId);
    const second = await replace(other.bindingId);
    expect(first.binding.nextSteps.map(({ code }: Answer) => code)).toContain('CONFIRM_BINDING');
    await confirm(service, holder, first.binding.id);
    await finish(second);
    for (const { binding } of [first, second]) expect(await read(binding.id)).toMatchObject({ status: 'ACTIVE' });
    expect(await mutate(service, holder, 'startBinding', startInput(holder))).toMatchObject({
      __typename: 'BindingLimitError',
    });
  });

  it('is confirmed too where the account has as many as its provider takes: the old one does not count', async () => {
    const { bindingId } = await bind(service, holder);
    for (let more = 1; more < 5; more++) await bind(service, holder);
    const begun = await replace(bindingId);
    const { data } = await service.ask(
      'query ($id: ID!) { binding(id: $id) { nextSteps { code } } }',
      { id: begun.binding.id },
      holder.claims,
    );
    expect(data.binding.nextSteps[0]).toEqual({ code: 'CONFIRM_BINDING' });
    await finish(begun);
    expect(await read(begun.binding.id)).toMatchObject({ status: 'ACTIVE' });
    expect(await read(bindingId)).toMatchObject({ phase: 'REPLACED' });
  });

  it('can be given up, and begun again', async () => {
    const { bindingId } = await bind(service, holder);
    const begun = await replace(bindingId);
    expect(await replace(bindingId)).toMatchObject({
      __typename: 'ReplacementUnderWayError',
      successor: { id: begun.binding.id },
    });
    await mutate(service, holder, 'cancelBinding', { bindingId: begun.binding.id });
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE' });
    expect((await replace(bindingId)).__typename).toBe('ReplaceCardSuccess');
  });

  it('answers a repeated request as the first, after the old card is replaced too', async () => {
    const { bindingId } = await bind(service, holder);
    const input = { ...replaceInput(bindingId), idempotencyKey: newKey() };
    const first = await mutate(service, holder, 'replaceCard', input);
    await finish(first);
    const again = await mutate(service, holder, 'replaceCard', input);
    expect(again.binding.id).toBe(first.binding.id);
    expect(again.replaced.phase).toBe('REPLACED');
  });

  it('is for a card that is bound, of the account, only', async () => {
    const { bindingId } = await bind(service, holder);
    await unbind(service, holder, bindingId);
    await settle(service);
    expect(await replace(bindingId)).toMatchObject({ __typename: 'TransitionRefusedError', phase: 'UNBOUND' });
    const stranger = aHolder();
    expect(await mutate(service, stranger, 'replaceCard', replaceInput(bindingId))).toMatchObject({
      __typename: 'NotFoundError',
    });
  });

  it('goes on after its worker was killed, and does all once', async () => {
    const { bindingId } = await bind(service, holder);
    const begun = await replace(bindingId);
    await confirm(service, holder, begun.binding.id);
    for (let round = 0; round < 20; round++) {
      const due = await service.jobs.due();
      if (due.some(({ name }) => name === 'succeed')) break;
      const [job] = due;
      if (job) await service.jobs.runAndForget(job.name);
      for (const message of bank().settle()) await service.composed.applyProviderMessage(message);
    }
    await service.jobs.runAndForget('succeed');
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ phase: 'REPLACED' });
    const changes = await service.sql(`SELECT 1 FROM binding_change WHERE binding_id = $1 AND fact = 'replaced'`, [
      bindingId,
    ]);
    expect(changes).toHaveLength(1);
  });

  it('is taken off its provider by one operation, also when the job comes again that did it', async () => {
    const { bindingId } = await bind(service, holder);
    await finish(await replace(bindingId));
    service.clock.advance(6_000);
    await settle(service);
    const removals = () =>
      service.sql(`SELECT state FROM operation WHERE binding_id = $1 AND kind = 'UNBIND'`, [bindingId]);
    expect(await removals()).toEqual([{ state: 'CONFIRMED' }]);
    const again = { bindingId };
    await service.composed.dataSource.transaction((tx) => operationJobs.enqueue(tx, 'remove-at-provider', again));
    await service.jobs.run();
    expect(await removals()).toEqual([{ state: 'CONFIRMED' }]);
  });

  it('is taken off its provider by one operation, also when several runs of the job do it at once', async () => {
    for (let round = 0; round < 5; round++) {
      holder = aHolder();
      const { bindingId } = await bind(service, holder);
      await finish(await replace(bindingId));
      const [old] = await service.sql<{ name: string }>(
        'SELECT credential_reference AS name FROM binding WHERE id = $1',
        [bindingId],
      );
      bank().setStatus(old?.name ?? '', 'ABSENT');
      service.clock.advance(6_000);
      await service.composed.dataSource.transaction(async (tx) => {
        for (let more = 0; more < 5; more++) await operationJobs.enqueue(tx, 'remove-at-provider', { bindingId });
      });
      await Promise.all([1, 2, 3, 4].map(() => service.jobs.run()));
      expect(
        await service.sql(`SELECT state FROM operation WHERE binding_id = $1 AND kind = 'UNBIND'`, [bindingId]),
      ).toEqual([{ state: 'CONFIRMED' }]);
    }
  });

  it('has one winner of many replacements, and of a replacement and an unbind', async () => {
    for (let round = 0; round < 5; round++) {
      holder = aHolder();
      const { bindingId } = await bind(service, holder);
      const answers = await Promise.all(Array.from({ length: 12 }, () => replace(bindingId)));
      const won = answers.filter(({ __typename }) => __typename === 'ReplaceCardSuccess');
      expect(won).toHaveLength(1);
      for (const { __typename } of answers)
        expect(['ReplaceCardSuccess', 'ReplacementUnderWayError', 'TooManyRequestsError']).toContain(__typename);
      await Promise.all([confirm(service, holder, won[0].binding.id), unbind(service, holder, bindingId)]);
      for (let more = 0; more < 6; more++) {
        await service.jobs.run({ mayFail: true });
        for (const message of bank().settle()) await service.composed.applyProviderMessage(message);
      }
      expect(['UNBOUND', 'REPLACED']).toContain((await read(bindingId)).phase);
      expect(await read(won[0].binding.id)).toMatchObject({ status: 'ACTIVE' });
    }
  }, 60_000);
});

describe('a rebind', () => {
  const offerOf = async (bindingId: Id<'binding'>) =>
    (
      await service.ask(
        `query ($id: ID!) { binding(id: $id) { rebindOffer { provider { code terms { version } } device { id } previousBindingId known { kind lastFour brand expiresOn site } } } }`,
        { id: bindingId },
        holder.claims,
      )
    ).data.binding.rebindOffer;

  it('is offered with what is known, never the number, and keeps the lineage with another number too', async () => {
    const number = newCardNumber();
    const { bindingId } = await bind(service, holder, 'seaside-bank', bankCard(number));
    expect(await offerOf(bindingId)).toBeNull();
    await unbind(service, holder, bindingId);
    await settle(service);
    const offer = await offerOf(bindingId);
    expect(offer).toMatchObject({
      provider: { code: 'seaside-bank' },
      device: { id: holder.viewer.deviceId },
      previousBindingId: bindingId,
      known: { lastFour: number.slice(-4) },
    });
    expect(JSON.stringify(offer)).not.toContain(number.slice(0, 12));
    const again = await mutate(service, holder, 'startBinding', {
      ...startInput(holder, 'seaside-bank', bankCard(newCardNumber())),
      previousBindingId: bindingId,
    });
    expect(again).toMatchObject({ binding: { previousBinding: { id: bindingId } } });
  });

  it('says of a card that was put back meanwhile that it is bound', async () => {
    const card = bankCard();
    const { bindingId } = await bind(service, holder, 'seaside-bank', card);
    await unbind(service, holder, bindingId);
    await settle(service);
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    await mutate(service, holder, 'requestRestore', { bindingId, proof });
    expect(
      await mutate(service, holder, 'startBinding', {
        ...startInput(holder, 'seaside-bank', card),
        previousBindingId: bindingId,
      }),
    ).toMatchObject({ __typename: 'AlreadyBoundError', existing: { id: bindingId } });
  });

  it('comes after a binding of the account, of the same provider, that is off', async () => {
    const bound = await bind(service, holder);
    const other = await bind(service, aHolder());
    const off = await bind(service, holder);
    await unbind(service, holder, off.bindingId);
    await settle(service);
    for (const [provider, previousBindingId] of [
      ['seaside-bank', bound.bindingId],
      ['seaside-bank', other.bindingId],
      ['harbour-bank', off.bindingId],
      ['seaside-bank', 'x'],
    ] as const)
      expect(
        await mutate(service, holder, 'startBinding', { ...startInput(holder, provider), previousBindingId }),
      ).toMatchObject({ __typename: 'InvalidInputError', field: 'previousBindingId', rule: 'UNKNOWN' });
  });
});
