import { eventually } from '@bindery/testing';
import { bindBankCard, prepareUnbind, unbind } from './testing/cards';
import { graph, newHolder, world, type Holder } from './system/the-system';

interface Told {
  readonly kind: string;
  readonly body: string;
  readonly action: { readonly kind: string; readonly url: string } | null;
  readonly subject: { readonly cardId: string | null; readonly bindingId: string | null } | null;
}

interface Offered {
  readonly phase: string;
  readonly nextSteps: readonly { readonly code: string; readonly until: string | null; readonly url: string | null }[];
  readonly lastRefusal: { readonly cause: string; readonly text: string } | null;
}

const ask = <Answer>(holder: Holder, query: string, variables: object = {}) =>
  graph().ask<Answer>(query, variables, holder.accessToken);

async function inboxOf(holder: Holder): Promise<Told[]> {
  const query =
    '{ viewer { inbox(first: 50) { edges { node { kind body action { kind url } subject { cardId bindingId } } } } } }';
  const { viewer } = await ask<{ viewer: { inbox: { edges: { node: Told }[] } } }>(holder, query);
  return viewer.inbox.edges.map(({ node }) => node);
}

const toldOf = (holder: Holder, kind: string) =>
  eventually(
    async () => {
      const told = (await inboxOf(holder)).find((one) => one.kind === kind);
      expect(told).toBeDefined();
      return told as Told;
    },
    { withinMs: 20_000, everyMs: 200 },
  );

const offersOf = async (holder: Holder, id: string): Promise<Offered> => {
  const query =
    'query ($id: ID!) { binding(id: $id) { phase nextSteps { code until url } lastRefusal { cause text } } }';
  return (await ask<{ binding: Offered }>(holder, query, { id })).binding;
};

/** What an app does with each action; one that is not here is one that it could not do. */
const follow: Readonly<Record<string, (holder: Holder, told: Told) => Promise<void>>> = {
  OPEN_WALLET: async (holder) => void (await holder.home()),
  async OPEN_CARD(holder, { action, subject }) {
    expect(action?.url).toMatch(new RegExp(`/cards/${subject?.cardId}$`));
    expect((await holder.card(subject?.cardId ?? '')).id).toBe(subject?.cardId);
  },
  async REVIEW_DEVICES(holder) {
    const query = '{ viewer { devices(first: 5) { edges { node { id } } } } }';
    const { viewer } = await ask<{ viewer: { devices: { edges: unknown[] } } }>(holder, query);
    expect(viewer.devices.edges.length).toBeGreaterThan(0);
  },
  CONTACT_SUPPORT: async (_, { action }) => expect((await fetch(action?.url ?? '')).status).toBe(200),
};

/** Does all that the inbox says; fails at what cannot be done. */
async function followAll(holder: Holder): Promise<void> {
  for (const one of await inboxOf(holder)) {
    if (one.action === null) continue;
    const way = follow[one.action.kind];
    if (!way) throw new Error(`${one.kind} offers ${one.action.kind}, and nothing does it`);
    await way(holder, one);
  }
}

const stepsOf = async (holder: Holder, bindingId: string) =>
  (await offersOf(holder, bindingId)).nextSteps.map(({ code }) => code);

describe('what a holder is told to do', () => {
  let holder: Holder;
  beforeAll(async () => void (holder = await newHolder()));
  afterEach(() => world.endFaults());

  it('can be done: every action of the inbox of a whole life, refused unbind and all', async () => {
    const card = await bindBankCard(holder);
    await world.order({ provider: 'seaside-bank', kind: 'UNBIND', mode: 'refuse', times: 1 });
    const { plan, proof } = await prepareUnbind(holder, card.bindingId);
    await holder.requestUnbind(card.bindingId, plan, proof, 'NO_LONGER_USED');
    expect((await toldOf(holder, 'CARD_UNBIND_REFUSED')).body).toContain('It did not say why.');
    expect((await offersOf(holder, card.bindingId)).lastRefusal).toEqual({
      cause: 'PROVIDER_DECLINED',
      text: expect.stringContaining('It did not say why.'),
    });
    await unbind(holder, card);
    await toldOf(holder, 'CARD_UNBOUND');
    expect(new Set((await inboxOf(holder)).map(({ kind }) => kind)).size).toBeGreaterThan(4);
    await followAll(holder);
    expect(await stepsOf(holder, card.bindingId)).toContain('RESTORE');

    const again = await holder.bind('seaside-bank', holder.deviceId, { bank: { number: card.number } });
    await holder.waitForStatus(again.cardId, 'ACTIVE');
    expect(await stepsOf(holder, card.bindingId)).toEqual(['OPEN_DISPUTE']);
    await followAll(holder);
  });

  it('is to ask people, at a page that answers, when the provider stays silent past its deadline', async () => {
    const card = await bindBankCard(holder);
    await world.order({ provider: 'seaside-bank', kind: 'UNBIND', mode: 'never', times: 1 });
    const { plan, proof } = await prepareUnbind(holder, card.bindingId);
    await holder.requestUnbind(card.bindingId, plan, proof, 'NO_LONGER_USED');
    const { nextSteps } = await eventually(
      async () => {
        const offers = await offersOf(holder, card.bindingId);
        expect(offers.nextSteps).toMatchObject([
          { code: 'WAIT_FOR_PROVIDER', until: null },
          { code: 'CONTACT_SUPPORT' },
        ]);
        return offers;
      },
      { withinMs: 60_000, everyMs: 500 },
    );
    expect((await fetch(nextSteps[1]?.url ?? '')).status).toBe(200);
    const told = await toldOf(holder, 'CARD_PROVIDER_SILENT');
    await follow[told.action?.kind ?? '']?.(holder, told);
    expect(told.action?.url).toBe(nextSteps[1]?.url);
  });
});
