import { proofOf, mutate, settle } from '../../testing/holder';
import { createDivergingCards, holds, styles, type Diverging } from '../../testing/divergences/diverging-cards';
import { createKinds } from '../../testing/divergences/kinds';
import { checkHistory } from '../../testing/history-checker';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';

/** Of each kind; `BINDERY_DIVERGENCES=84` plants 1,008. */
const each = Number(process.env.BINDERY_DIVERGENCES ?? 4);
const intervalMs = 360 * 60_000;
const dayMs = 24 * 60 * 60_000;

let service: RunningBinding;
let cards: ReturnType<typeof createDivergingCards>;
beforeAll(async () => {
  service = await startBindingService();
  cards = createDivergingCards(service);
});
afterAll(() => service.stop());

const bank = () => service.providers['seaside-bank'];
const onlyOne = ([one]: readonly Diverging[]): Diverging => {
  if (!one) throw new Error('there is no card');
  return one;
};

/** What the crons of the service do, minute by minute, for as long as a comparison may take, and a minute. */
async function letTimePass(): Promise<void> {
  for (const ms of [60_000, 60_000, 10 * 60_000, intervalMs - 12 * 60_000, 60_000]) {
    service.clock.advance(ms);
    await service.jobs.reconcile(false);
    await settle(service);
  }
}

const phasesOf = (planted: readonly Diverging[]) =>
  Promise.all(planted.map(async ({ bindingId }) => (await cards.stateOf(bindingId)).phase as string));

describe('divergences between us and providers of every style', () => {
  it('of twelve kinds are healed or are cases within the interval and a minute, and nothing is loosened', async () => {
    const kinds = createKinds(service, cards);
    const planted: (Awaited<ReturnType<(typeof kinds)[string]['plant']>>[number] & { readonly kind: string })[] = [];
    for (const [kind, { plant }] of Object.entries(kinds))
      for (const one of await plant(each)) planted.push({ kind, ...one });
    expect(Object.keys(kinds)).toHaveLength(12);
    expect(planted).toHaveLength(12 * each);
    expect(new Set(planted.map(({ provider }) => provider))).toEqual(new Set(styles));
    expect(new Set(planted.flatMap(({ owner }) => owner ?? []))).toEqual(new Set(holds));
    const off = planted.filter(({ kind }) => kind.startsWith('unbound here'));

    await letTimePass();

    for (const one of planted) {
      await kinds[one.kind]?.healed(one).catch((error: Error) => {
        throw new Error(`${one.kind}, ${one.provider} ${one.owner ?? ''}: ${error.message}`);
      });
    }
    expect(await phasesOf(off)).not.toContain('BOUND');
    await checkHistory(service.composed.dataSource);
  }, 560_000);

  it('are shown to the holder: what should be, what is, since when, and who looks into it', async () => {
    const { holder, bindingId, reference } = onlyOne(await cards.bound(1, ['seaside-bank']));
    bank().setStatus(reference, 'SUSPENDED');
    await letTimePass();
    const query = `query ($id: ID!) { binding(id: $id) { status sync { state } providerView { desired observed observedAt nextLookAt } cases { about text openedAt answerBy closedAt } } }`;
    const { data } = await service.ask(query, { id: bindingId }, holder.claims);
    expect(data.binding).toMatchObject({
      sync: { state: 'DIVERGED' },
      providerView: { desired: 'ACTIVE', observed: 'SUSPENDED', observedAt: expect.any(String) },
      cases: [{ about: 'DIVERGED', text: expect.stringContaining('stays blocked'), closedAt: null }],
    });
    const [{ openedAt, answerBy }] = data.binding.cases;
    expect(Number(new Date(answerBy)) - Number(new Date(openedAt))).toBe(3 * dayMs);
    bank().setStatus(reference, 'ACTIVE');
    await letTimePass();
    const after = (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
    expect(after).toMatchObject({ status: 'ACTIVE', cases: [{ closedAt: expect.any(String) }] });
  }, 60_000);

  it('cannot be restored over while the card is being taken off once more', async () => {
    const { holder, bindingId, reference } = onlyOne(await cards.unbound(1, ['seaside-bank']));
    bank().setStatus(reference, 'ACTIVE');
    bank().plan('UNBIND', 'NEVER');
    service.clock.advance(intervalMs);
    await service.jobs.reconcile(false);
    await service.jobs.run({ mayFail: true });
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
  });
});
