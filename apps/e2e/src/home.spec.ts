import { eventually } from '@bindery/testing';
import { documents, newKey, type CardView, type HomeView } from '@bindery/wallet-client';
import { bindBankCard, newMembership } from './testing/cards';
import { graph, newHolder, type Holder } from './system/the-system';

interface FullHome extends HomeView {
  readonly locale: string;
  readonly cards: HomeView['cards'] & {
    readonly edges: readonly {
      readonly node: CardView & { provider: { capabilities: { restore: object; offlineRevocationWorstCase: string } } };
    }[];
  };
}

describe('the home screen', () => {
  let holder: Holder;
  let bank: { cardId: string; bindingId: string };
  let challengeId: string;
  beforeAll(async () => {
    holder = await newHolder();
    bank = await bindBankCard(holder);
    const started = await holder.startBinding('cloudgate', holder.deviceId, newMembership());
    const { binding } = started as unknown as { binding: { id: string } };
    const input = { idempotencyKey: newKey(), purpose: { action: 'BIND', subjectId: binding.id } };
    const challenge = (await holder.mutate(documents.startChallenge, input)) as unknown as {
      challenge: { id: string };
    };
    challengeId = challenge.challenge.id;
  });

  const home = (locale: 'zh-CN' | 'en') =>
    graph(locale).send<{ viewer: FullHome }>(documents.home, {}, holder.accessToken);

  it('is one request to all four services', async () => {
    const { viewer } = await eventually(async () => {
      const { data, errors } = await home('en');
      expect(errors).toBeUndefined();
      expect(data?.viewer.inbox.edges.map(({ node }) => node.kind)).toContain('CARD_BOUND');
      expect(data?.viewer.waiting.length).toBe(2);
      return data as { viewer: FullHome };
    });
    expect(viewer).toMatchObject({
      displayName: holder.person.displayName,
      locale: 'en',
      session: { assuranceLevel: 'AAL1', device: { id: holder.deviceId } },
    });
    expect(viewer.cards.edges).toHaveLength(1);
    expect(viewer.cards.edges[0]?.node).toMatchObject({
      kind: 'BANK_CARD',
      isDefault: true,
      provider: { code: 'seaside-bank', capabilities: { restore: { strategy: 'REACTIVATE', windowDays: 95 } } },
      bindings: [
        {
          id: bank.bindingId,
          status: 'ACTIVE',
          phase: 'BOUND',
          holds: [],
          sync: { state: 'IN_SYNC' },
          requiredProofs: [{ action: 'UNBIND', remaining: expect.any(Number) }],
        },
      ],
    });
    expect(viewer.waiting).toContainEqual(
      expect.objectContaining({ __typename: 'WaitingChallenge', subject: challengeId, deadline: expect.any(String) }),
    );
    expect(viewer.waiting).toContainEqual(
      expect.objectContaining({ __typename: 'WaitingBinding', deadline: expect.any(String) }),
    );
    expect(viewer.inbox.unreadCount).toBe(viewer.inbox.edges.length);
  });

  it('leaves a card that was only started to a list of its own', async () => {
    const { data } = await graph('en').send<{ viewer: { startedCards: FullHome['cards'] } }>(
      `query Started { viewer { startedCards(first: 20) { edges { node {
        kind provider { capabilities { restore { strategy windowDays } offlineRevocationWorstCase } }
        bindings { status nextSteps { code } requiredProofs { action remaining } }
      } } } } }`,
      {},
      holder.accessToken,
    );
    expect(data?.viewer.startedCards.edges).toHaveLength(1);
    expect(data?.viewer.startedCards.edges[0]?.node).toMatchObject({
      kind: 'ACCESS_CARD',
      provider: {
        capabilities: { restore: { strategy: 'REBIND_ONLY', windowDays: null }, offlineRevocationWorstCase: 'PT24H' },
      },
      bindings: [
        {
          status: 'VERIFYING',
          nextSteps: [{ code: 'CONFIRM_BINDING' }, { code: 'CANCEL_BINDING' }],
          requiredProofs: [{ action: 'BIND', remaining: expect.any(Number) }],
        },
      ],
    });
  });

  it.each([
    ['en', false],
    ['zh-CN', true],
  ] as const)('speaks the language asked for: %s', async (locale, chinese) => {
    const { data } = await home(locale);
    const { cards, waiting, inbox } = (data as { viewer: FullHome }).viewer;
    const words = [
      ...cards.edges.flatMap(({ node }) => [
        node.displayName,
        node.provider.name,
        ...node.bindings.flatMap(({ nextSteps }) => nextSteps.map(({ title }) => title)),
      ]),
      ...waiting.map(({ title }) => title),
      ...inbox.edges.flatMap(({ node }) => [node.title, node.body]),
    ];
    expect(words.length).toBeGreaterThan(10);
    for (const text of words) expect({ text, chinese: /[\u4e00-\u9fff]/.test(text) }).toEqual({ text, chinese });
  });

  it('answers without whom nobody knows: no viewer, no error', async () => {
    expect(await graph().send(documents.home)).toMatchObject({ status: 200, data: { viewer: null } });
  });
});
