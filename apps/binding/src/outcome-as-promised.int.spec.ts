// Every provider of the catalogue: what came of an unbind, compared with its plan field by field, beside the real simulator.
import { createSimulatedWorld } from '@bindery/simulated-world';
import type { Id } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { cardKindOf } from './providers/kinds';
import { aHolder, bankCard, type Holder } from './testing/holder';
import { signAsReader } from './testing/ask-as-reader';
import { judge } from './testing/promise/judges';
import { seeOutside } from './testing/promise/see-outside';
import { walletOf, type Wallet } from './testing/promise/wallet-of';
import { promisedProviders, wayOf, type WayIn, type World } from './testing/promise/ways';
import { createBindingProcess, type BindingProcess } from './testing/start-process';
import type { ProviderProfile } from './catalogue';

let binding: BindingProcess;
let outside: World;
beforeAll(async () => {
  binding = await createBindingProcess();
  outside = { binding, world: createSimulatedWorld(binding.simulator.url) };
  await binding.start();
}, 120_000);
afterAll(() => binding?.stop());

const seaside = () => ({ card: bankCard(), onTwoDevices: true }) satisfies WayIn;

/** The same account on another device. */
function onAnotherDevice({ viewer, claims }: Holder): Holder {
  const other = aHolder();
  const moved = { ...other.viewer, accountId: viewer.accountId };
  return { viewer: moved, claims: { ...claims, viewer: moved } };
}

const video = { id: 'm-1', merchant: 'Video Club', amount: { value: 1_500, currency: 'CNY' }, nextOn: '2027-07-01' };

const owed = ({ unbindObligations: { balance, mandate } }: ProviderProfile) => ({
  balance: balance === 'WARNS' ? { value: 12_300, currency: 'CNY' } : null,
  pending: [],
  mandates: mandate === 'WARNS' ? [video] : [],
});

/** As a reader of the provider asks. */
async function isGood(code: string, credentialReference: string): Promise<boolean> {
  const payload = JSON.stringify({ credentialReference });
  const headers = signAsReader(payload, new Date(), code);
  const answer = await fetch(`${binding.url}/reader-checks`, { method: 'POST', headers, body: payload });
  return ((await answer.json()) as { good: boolean }).good;
}

const atProvider = async (reference: string) =>
  (await outside.world.memory()).credentials.find((one) => one.credentialReference === reference)?.status;

/** Bound on one device, and on another where the provider allows it; with what hangs on it, used once, and one of its readers without a line. */
async function bound(profile: ProviderProfile, holder: Holder, way: WayIn) {
  const { code } = profile;
  const wallet = walletOf(outside, holder);
  const { id, credentialReference } = await wallet.bind(code, way);
  const other = way.onTwoDevices ? await walletOf(outside, onAnotherDevice(holder)).bind(code, way) : null;
  if (cardKindOf(profile.kind).canPay) await wallet.bind('seaside-bank', seaside());
  if (Object.values(profile.unbindObligations).includes('WARNS'))
    await outside.world.setObligations(code, credentialReference, owed(profile));
  if (way.use) expect(await way.use(credentialReference)).toBe(true);
  if (way.reader) await outside.world.setReader(code, way.reader, false);
  return { wallet, id, reference: credentialReference as string, other };
}

/** What a rebind is offered by is what startBinding takes of the kind; what it knows is what was entered. */
async function isOfferedByKind(wallet: Wallet, id: Id<'binding'>, { card }: WayIn): Promise<void> {
  const [[field, entered] = ['', {}]] = Object.entries(card as Record<string, Record<string, string>>);
  const { rebindOffer } = await wallet.read(id);
  expect(rebindOffer).toMatchObject({ previousBindingId: id, field });
  const asks = rebindOffer.asks as { name: string; known: string | null }[];
  expect(asks.map(({ name }) => name).sort()).toEqual(Object.keys(entered).sort());
  for (const { name, known } of asks) if (known !== null) expect(known).toBe(entered[name]);
  for (const name of ['site', 'chain']) if (entered[name]) expect(asks).toContainEqual({ name, known: entered[name] });
}

interface Before {
  readonly code: string;
  readonly id: Id<'binding'>;
  readonly reference: string;
}

/** The card comes back as the plan said that it would; what hung on it hangs on it still. */
async function comesBack(wallet: Wallet, { code, id, reference }: Before, way: WayIn, said: unknown) {
  await isOfferedByKind(wallet, id, way);
  const proof = await wallet.prove('RESTORE', id);
  const answer = await wallet.command('requestRestore', { bindingId: id, proof });
  if (said === undefined) {
    expect(answer).toMatchObject({ __typename: 'RestoreRefusedError', obstacle: 'NOT_OFFERED' });
    return void (await wallet.bind(code, way, id));
  }
  expect(answer).toMatchObject({ __typename: 'RequestRestoreSuccess' });
  const { credentialReference } = await wallet.finish(id, way);
  const { strategy } = said as { strategy: string };
  expect(credentialReference === reference).toBe(strategy === 'REACTIVATE');
}

describe.each(promisedProviders.map((profile) => [profile.code, profile] as const))(
  'an unbind at %s',
  (code, profile) => {
    it('comes out as its plan said, field by field', async () => {
      const holder = aHolder();
      const way = await wayOf(outside, code);
      const { wallet, id, reference, other } = await bound(profile, holder, way);
      const before = await wallet.read(id);
      const defaultBefore = await wallet.defaultCard();
      const plan = await wallet.plan(id);
      expect(await isGood(code, reference)).toBe(true);
      expect(plan.blockers).toEqual([]);
      const outsideBefore = await seeOutside(outside.world, code, reference, way);
      if (way.reader)
        expect(plan.one('DoorsLostEffect').readers).toContainEqual(
          expect.objectContaining({ id: way.reader, line: 'OFFLINE' }),
        );

      const requested = await wallet.command('requestUnbind', {
        bindingId: id,
        planDigest: plan.digest,
        reason: 'PRIVACY',
        acceptedFee: plan.fee,
        proof: await wallet.prove('UNBIND', id, plan.digest),
      });
      expect(requested).toMatchObject({ __typename: 'RequestUnbindSuccess' });
      // From this moment on, whatever the provider does.
      expect(await isGood(code, reference)).toBe(false);
      if (way.use) expect(await way.use(reference)).toBe(false);
      await wallet.becomes(id, 'UNBOUND');
      if (way.shows)
        await eventually(async () => expect(await way.shows?.(reference)).toBe(false), { withinMs: 20_000 });
      expect((await atProvider(reference)) ?? 'ABSENT').toBe('ABSENT');
      if (way.reader) await wallet.readersTold(id, way.reader);
      if (other) expect(await isGood(code, other.credentialReference)).toBe(true);
      judge({
        plan,
        effects: plan.effects,
        operation: requested.operation,
        before,
        after: await wallet.read(id),
        defaultBefore,
        defaultAfter: await wallet.defaultCard(),
        elsewhere: other && (await wallet.read(other.id)),
        outsideBefore,
        outsideAfter: await seeOutside(outside.world, code, reference, way),
      });

      const restorable = plan.one('RestorableEffect');
      await comesBack(wallet, { code, id, reference }, way, restorable);
      const again = restorable && (await wallet.plan(id));
      for (const type of ['BalanceEffect', 'MandateEffect']) if (again) expect(again.one(type)).toEqual(plan.one(type));
    }, 180_000);
  },
);
