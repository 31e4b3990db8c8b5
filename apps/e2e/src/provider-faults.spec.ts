import { eventually } from '@bindery/testing';
import { type Fault } from '@bindery/simulated-world';
import { expectMember, newKey, type BindingView } from '@bindery/wallet-client';
import { bindBankCard, credentialsOf, newCardNumber, prepareUnbind, type BoundCard } from './testing/cards';
import { checkHistory } from './testing/check-history';
import { mutate } from './testing/mutate';
import { rowsOf } from './system/databases';
import { newHolder, urls, world, type Holder } from './system/the-system';

/** Orders a fault for the next operation only, starts that operation, and waits until the fault has struck. */
async function underFault(fault: Omit<Fault, 'times'>, act: () => Promise<unknown>): Promise<void> {
  await world.order({ ...fault, times: 1 });
  await act();
  await eventually(async () => {
    const { faults } = (await (await fetch(`${urls['provider-simulator']}/faults`)).json()) as {
      faults: { provider: string; kind?: string; left?: number }[];
    };
    expect(
      faults.filter(({ provider, kind, left }) => provider === fault.provider && kind === fault.kind && left !== 0),
    ).toEqual([]);
  });
}

const textsTo = async (holder: Holder, words: string) =>
  (await world.messages(holder.person.phone)).filter(({ text }) => text.includes(words));

const readSync = async (holder: Holder, cardId: string) =>
  (
    await holder.graph.ask<{
      card: {
        bindings: (BindingView & { sync: { state: string; operation: string | null; deadline: string | null } })[];
      };
    }>(
      'query ($id: ID!) { card(id: $id) { bindings { status phase sync { state operation deadline } nextSteps { code title } } } }',
      { id: cardId },
      holder.accessToken,
    )
  ).card.bindings[0];

/** A provider that never answers: begun first, because its deadline of half a minute passes while the other tests run. */
let neverAnswered: { holder: Holder; bank: BoundCard; began: number };

beforeAll(async () => {
  const holder = await newHolder();
  const bank = await bindBankCard(holder, 'harbour-bank');
  const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
  await underFault({ provider: 'harbour-bank', kind: 'UNBIND', mode: 'never' }, () =>
    holder.requestUnbind(bank.bindingId, plan, proof, 'OTHER'),
  );
  neverAnswered = { holder, bank, began: Date.now() };
});
afterAll(() => world.endFaults());

const modes: readonly Omit<Fault, 'provider' | 'kind' | 'times'>[] = [
  { mode: 'slow', delayMs: 4_000 },
  { mode: 'error' },
  { mode: 'timeout-then-success' },
  { mode: 'twice' },
  { mode: 'late', delayMs: 4_000 },
  { mode: 'silent' },
  { mode: 'contradict' },
];

describe('a provider at fault while it binds and unbinds', () => {
  const played = new Map<string, { holder: Holder; cardId: string; bindingId: string; lastFour: string }>();

  beforeAll(async () => {
    const ready = await Promise.all(
      modes.map(async (fault) => {
        const holder = await newHolder();
        const number = await newCardNumber();
        const { binding } = expectMember<{ binding: { id: string; card: { id: string } } }>(
          await holder.startBinding('seaside-bank', holder.deviceId, { bank: { number } }),
          'StartBindingSuccess',
        );
        const proof = await holder.prove({ action: 'BIND', subjectId: binding.id });
        played.set(fault.mode, { holder, cardId: binding.card.id, bindingId: binding.id, lastFour: number.slice(-4) });
        const confirm = () =>
          mutate(holder, 'confirmBinding', { idempotencyKey: newKey(), bindingId: binding.id, proof });
        return { fault, holder, confirm, cardId: binding.card.id, bindingId: binding.id };
      }),
    );
    for (const { fault, confirm } of ready)
      await underFault({ provider: 'seaside-bank', kind: 'BIND', ...fault }, confirm);
    const unbinds = await Promise.all(
      ready.map(async ({ fault, holder, cardId, bindingId }) => {
        await holder.waitForStatus(cardId, 'ACTIVE');
        const { plan, proof } = await prepareUnbind(holder, bindingId);
        return { fault, request: () => holder.requestUnbind(bindingId, plan, proof, 'OTHER') };
      }),
    );
    for (const { fault, request } of unbinds)
      await underFault({ provider: 'seaside-bank', kind: 'UNBIND', ...fault }, request);
    await Promise.all(ready.map(({ holder, cardId }) => holder.waitForStatus(cardId, 'UNBOUND')));
  });

  it.each(modes.map(({ mode }) => mode))('%s: one effect, told once, and no hole in the history', async (mode) => {
    const { holder, bindingId, lastFour } = played.get(mode) ?? fail(mode);
    expect(await credentialsOf(lastFour)).toMatchObject([{ status: 'ABSENT' }]);
    await eventually(async () => {
      for (const words of ['card was bound', 'was taken off'])
        expect({ words, count: (await textsTo(holder, words)).length }).toEqual({ words, count: 1 });
    });
    // One message for each thing that was done: neither the consent nor the request has one of its own.
    expect(await textsTo(holder, 'you agreed to the terms')).toEqual([]);
    const { inbox } = await holder.home();
    expect(
      inbox.edges.map(({ node }) => node.kind).filter((kind) => kind !== 'WELCOME' && kind !== 'NEW_DEVICE'),
    ).toEqual(['CARD_UNBOUND', 'CARD_BOUND']);
    await checkHistory(bindingId);
  });
});

const fail = (what: string): never => {
  throw new Error(`${what} was not played`);
};

describe('a provider that refuses', () => {
  let holder: Holder;
  let bank: BoundCard;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
  });

  it('to unbind: the card is bound as before, is the default again, and its holder is told', async () => {
    const { plan, proof } = await prepareUnbind(holder, bank.bindingId);
    await underFault({ provider: 'seaside-bank', kind: 'UNBIND', mode: 'refuse' }, () =>
      holder.requestUnbind(bank.bindingId, plan, proof, 'PRIVACY'),
    );
    const binding = await holder.waitForStatus(bank.cardId, 'ACTIVE');
    expect(binding.receipt).toBeNull();
    expect(binding.nextSteps.map(({ code }) => code)).toContain('UNBIND');
    expect((await holder.card(bank.cardId)).isDefault).toBe(true);
    expect((await world.pay(bank.credential, 100, 'Corner Bakery')).approved).toBe(true);
    await eventually(async () =>
      expect((await holder.home()).inbox.edges.map(({ node }) => node.kind)).toContain('CARD_UNBIND_REFUSED'),
    );
    await checkHistory(bank.bindingId);
  });

  it('to bind: the binding is over, nothing stays at the provider, and its holder is told', async () => {
    const number = await newCardNumber();
    let bound = { cardId: '', bindingId: '' };
    await underFault(
      { provider: 'seaside-bank', kind: 'BIND', mode: 'refuse' },
      async () => (bound = await holder.bind('seaside-bank', holder.deviceId, { bank: { number } })),
    );
    const declined = await holder.waitForStatus(bound.cardId, 'DECLINED');
    expect(declined.nextSteps.map(({ code }) => code)).toContain('REBIND');
    expect((await credentialsOf(number.slice(-4))).filter(({ status }) => status === 'ACTIVE')).toEqual([]);
    await eventually(async () =>
      expect((await holder.home()).inbox.edges.map(({ node }) => node.kind)).toContain('CARD_BIND_REFUSED'),
    );
    await checkHistory(bound.bindingId);
  });
});

describe('a provider that takes a card off by itself', () => {
  it('is believed after a question; the holder is told, and led to the card', async () => {
    const holder = await newHolder();
    const bank = await bindBankCard(holder);
    await world.remove('seaside-bank', bank.credential);
    await holder.waitForStatus(bank.cardId, 'UNBOUND');
    expect((await holder.home()).cards.edges).toEqual([]);
    await eventually(async () => {
      const told = (await holder.home()).inbox.edges.map(
        ({ node }) => node as typeof node & { action: { kind: string } | null },
      );
      expect(told).toContainEqual(
        expect.objectContaining({
          kind: 'CARD_REMOVED_ELSEWHERE',
          critical: true,
          action: expect.objectContaining({ kind: 'CONFIRM_IT_WAS_YOU' }),
        }),
      );
    });
    const { changes } = await holder.history(bank.cardId);
    expect(changes[0]).toMatchObject({ trigger: 'RemovedElsewhere', actor: 'PROVIDER', from: 'BOUND', to: 'UNBOUND' });
    await checkHistory(bank.bindingId);
  });
});

describe('a provider that never answers', () => {
  it('leaves the card unusable; past the deadline it is in doubt and a case, never guessed, and a late word ends it', async () => {
    const { holder, bank, began } = neverAnswered;
    expect((await world.pay(bank.credential, 100, 'Corner Bakery')).approved).toBe(false);
    await eventually(
      async () => {
        expect(await readSync(holder, bank.cardId)).toMatchObject({
          status: 'UNBINDING',
          sync: { state: 'UNKNOWN', operation: 'UNBIND' },
        });
        expect(
          await rowsOf('binding', 'select about from binding_case where binding_id = $1 and closed_at is null', [
            bank.bindingId,
          ]),
        ).toEqual([{ about: 'OVERDUE' }]);
      },
      { withinMs: began + 75_000 - Date.now(), everyMs: 500 },
    );
    await world.remove('harbour-bank', bank.credential);
    const unbound = await holder.waitForStatus(bank.cardId, 'UNBOUND');
    expect(unbound.receipt).not.toBeNull();
    expect(
      await rowsOf('binding', 'select about from binding_case where binding_id = $1 and closed_at is null', [
        bank.bindingId,
      ]),
    ).toEqual([]);
    await checkHistory(bank.bindingId);
  });
});
