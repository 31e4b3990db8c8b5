import type { Id } from '@bindery/kernel';
import {
  accessCard,
  aHolder,
  bankCard,
  bind,
  confirm,
  mutate,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../../testing/holder';
import { startBindingService, type ProviderCode, type RunningBinding } from '../../testing/start-binding-service';
import { lostElsewhereDays } from './is-lost-elsewhere';

const dayMs = 24 * 60 * 60_000;

let service: RunningBinding;
let holder: Holder;
let finder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
  finder = aHolder();
});

const start = (by: Holder, provider: ProviderCode, card: object) =>
  mutate(service, by, 'startBinding', startInput(by, provider, card));
const takeOff = async (by: Holder, bindingId: Id<'binding'>) => {
  await unbind(service, by, bindingId);
  await settle(service);
};
const restore = async (by: Holder, bindingId: Id<'binding'>) => {
  const proof = await proofOf(service, by, 'RESTORE', bindingId);
  const restored = await mutate(service, by, 'requestRestore', { bindingId, proof });
  expect(restored).toMatchObject({ __typename: 'RequestRestoreSuccess' });
  await settle(service);
  return (await readBinding(service, by, bindingId)).phase;
};
const refusedLines = () => service.lines.filter((line) => line.includes('lost-card-refused'));

describe('a card that somebody else reports lost', () => {
  it.each([
    ['bank card', 'seaside-bank', bankCard, bankCard('4111110000030002')],
    ['membership', 'cloudgate', () => accessCard('RG-1077'), accessCard('RG-9999')],
  ] as const)(
    'of the kind %s is refused in the words of one that is declined',
    async (_, provider, newCard, declined) => {
      const card = newCard();
      const { cardId } = await bind(service, holder, provider, card);
      await mutate(service, holder, 'reportLost', { cardId });
      const before = refusedLines().length;
      const refused = await start(finder, provider, card);
      expect(refused).toMatchObject({ __typename: 'BindingRefusedError' });
      expect(refused).toEqual(await start(finder, provider, declined));
      expect(await service.sql('SELECT FROM card WHERE account_id = $1', [finder.viewer.accountId])).toEqual([]);
      const [line] = refusedLines().slice(before);
      expect(JSON.parse(line ?? '{}')).toMatchObject({
        'user.id': finder.viewer.accountId,
        'labels.subject': provider,
      });
      expect(line).not.toContain(holder.viewer.accountId);

      const proof = await proofOf(service, holder, 'FOUND', cardId);
      expect(await mutate(service, holder, 'reportFound', { cardId, proof })).toMatchObject({
        __typename: 'ReportFoundSuccess',
      });
      expect(await start(aHolder(), provider, card)).toMatchObject({ __typename: 'StartBindingSuccess' });
    },
  );

  it('counts as declined: who tries many learns no more than by any other', async () => {
    const lost: object[] = [];
    for (let nth = 0; nth < 5; nth++) {
      const card = bankCard();
      const other = aHolder();
      const { cardId } = await bind(service, other, 'seaside-bank', card);
      await mutate(service, other, 'reportLost', { cardId });
      lost.push(card);
    }
    for (const card of lost)
      expect(await start(finder, 'seaside-bank', card)).toMatchObject({ __typename: 'BindingRefusedError' });
    expect(await start(finder, 'seaside-bank', bankCard())).toMatchObject({ __typename: 'TooManyRequestsError' });
  });

  it.each([
    ['it was bound', false],
    ['it was on its way off', true],
  ])('is refused when it was taken off since, until the report lapses that was made when %s', async (_, isGoing) => {
    const card = bankCard();
    const { bindingId, cardId } = await bind(service, holder, 'seaside-bank', card);
    if (isGoing) await unbind(service, holder, bindingId);
    await mutate(service, holder, 'reportLost', { cardId });
    service.clock.advance(1);
    if (!isGoing) await unbind(service, holder, bindingId);
    await settle(service);
    expect((await readBinding(service, holder, bindingId)).phase).toBe('UNBOUND');
    service.clock.advance(lostElsewhereDays * dayMs - 2);
    expect(await start(finder, 'seaside-bank', card)).toMatchObject({ __typename: 'BindingRefusedError' });
    service.clock.advance(1);
    expect(await start(finder, 'seaside-bank', card)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });

  it('is refused for as long as it is bound there', async () => {
    const card = bankCard();
    const { cardId } = await bind(service, holder, 'seaside-bank', card);
    await mutate(service, holder, 'reportLost', { cardId });
    service.clock.advance(2 * lostElsewhereDays * dayMs);
    expect(await start(finder, 'seaside-bank', card)).toMatchObject({ __typename: 'BindingRefusedError' });
  });

  it('is refused to nobody where it was off by then, or only begun: that can be done with any number', async () => {
    const [was, begun] = [bankCard(), bankCard()];
    const { bindingId, cardId } = await bind(service, holder, 'seaside-bank', was);
    await takeOff(holder, bindingId);
    service.clock.advance(1);
    await mutate(service, holder, 'reportLost', { cardId });
    expect(await start(finder, 'seaside-bank', was)).toMatchObject({ __typename: 'StartBindingSuccess' });
    const { binding } = await start(holder, 'seaside-bank', begun);
    await mutate(service, holder, 'reportLost', { cardId: binding.card.id });
    expect(await start(finder, 'seaside-bank', begun)).toMatchObject({ __typename: 'StartBindingSuccess' });
  });
});

describe('a card that is reported lost by who had it bound later', () => {
  it('stays that of who had it first: put back, or begun anew', async () => {
    const card = bankCard();
    const { bindingId } = await bind(service, holder, 'seaside-bank', card);
    const { cardId } = await bind(service, finder, 'seaside-bank', card);
    await takeOff(holder, bindingId);
    service.clock.advance(1);
    await mutate(service, finder, 'reportLost', { cardId });
    expect(await restore(holder, bindingId)).toBe('BOUND');
    // It is bound since just now: first is who was first of all.
    await takeOff(holder, bindingId);
    const { bindingId: again } = await bind(service, holder, 'seaside-bank', card);
    expect((await readBinding(service, holder, again)).phase).toBe('BOUND');
  });

  it('is put back to none but who had it first', async () => {
    const card = bankCard();
    const { cardId } = await bind(service, holder, 'seaside-bank', card);
    const { bindingId } = await bind(service, finder, 'seaside-bank', card);
    await takeOff(finder, bindingId);
    await mutate(service, holder, 'reportLost', { cardId });
    await settle(service);
    const [before, sent] = [refusedLines().length, service.providers['seaside-bank'].sent.length];
    expect(await restore(finder, bindingId)).toBe('UNBOUND');
    const kinds = service.providers['seaside-bank'].sent.slice(sent).map(({ kind }) => kind);
    expect(kinds).not.toContain('RESTORE');
    expect(refusedLines()).toHaveLength(before + 1);
  });
});

it('says of a card that has its place here what it said before somebody reported it lost', async () => {
  const card = bankCard();
  const { cardId } = await bind(service, holder, 'seaside-bank', card);
  await bind(service, finder, 'seaside-bank', card);
  const before = await start(finder, 'seaside-bank', card);
  expect(before).toMatchObject({ __typename: 'AlreadyBoundError' });
  await mutate(service, holder, 'reportLost', { cardId });
  expect(await start(finder, 'seaside-bank', card)).toEqual(before);
});

describe('a card that somebody else reports lost after it was begun here', () => {
  it.each([
    ['bank card', 'seaside-bank', bankCard],
    ['membership', 'cloudgate', () => accessCard('RG-1078')],
  ] as const)('of the kind %s is declined, and its provider never asked', async (_, provider, newCard) => {
    const card = newCard();
    const { cardId } = await bind(service, holder, provider, card);
    const { binding } = await start(finder, provider, card);
    const before = refusedLines().length;
    await mutate(service, holder, 'reportLost', { cardId });
    const sent = service.providers[provider].sent.length;
    await confirm(service, finder, binding.id);
    await settle(service);
    const [row] = await service.sql<{ phase: string }>('SELECT phase FROM binding WHERE id = $1', [binding.id]);
    expect(row?.phase).toBe('DECLINED');
    expect(service.providers[provider].sent.slice(sent).filter(({ kind }) => kind === 'BIND')).toEqual([]);
    expect(refusedLines()).toHaveLength(before + 1);
  });
});

describe('a card that is bound in two accounts', () => {
  const told = async (cardId: string) =>
    (
      await service.sql<{ value: string }>(
        "SELECT value FROM outbox_events WHERE headers->>'ce_type' = 'bindery.card.bound-elsewhere.v1' AND key = $1",
        [cardId],
      )
    ).map(({ value }) => JSON.parse(value));

  it('is told of to who had it first, once, and nothing of the other', async () => {
    const card = bankCard();
    const { cardId, bindingId } = await bind(service, holder, 'seaside-bank', card);
    const other = await bind(service, finder, 'seaside-bank', card);
    expect(await told(cardId)).toEqual([
      {
        ...{ cardId, bindingId, accountId: holder.viewer.accountId, provider: 'seaside-bank' },
        ...{ providerName: expect.any(Object), at: expect.any(String) },
      },
    ]);
    await unbind(service, finder, other.bindingId);
    await settle(service);
    await bind(service, finder, 'seaside-bank', card);
    expect(await told(cardId)).toHaveLength(1);
    expect(await told(other.cardId)).toEqual([]);
  });

  it('is not told of where the first has taken it off', async () => {
    const card = bankCard();
    const { cardId, bindingId } = await bind(service, holder, 'seaside-bank', card);
    await unbind(service, holder, bindingId);
    await settle(service);
    await bind(service, finder, 'seaside-bank', card);
    expect(await told(cardId)).toEqual([]);
  });
});
