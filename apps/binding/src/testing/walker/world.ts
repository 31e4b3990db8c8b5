import { newId, type Id } from '@bindery/kernel';
import type { FakeBehaviour } from '../fake-provider/fake-behaviour';
import { accessCard, bankCard, newCardNumber, type Holder } from '../holder';
import type { RunningBinding } from '../start-binding-service';
import { insertPayments } from '../usage';
import type { Chance } from './chance';
import type { SeenBinding, WalkCard } from './wallet';

const kinds = ['BIND', 'SUSPEND', 'RESUME', 'UNBIND', 'RESTORE'] as const;
const behaviours: readonly FakeBehaviour[] = [
  'CONFIRM',
  'REFUSE',
  'REFUSE_LATER',
  'UNKNOWN',
  'UNKNOWN_DONE',
  'TWICE',
  'LATE',
  'NEVER',
  'SILENT',
  'ACTIVATION',
];
const second = 1000;
const day = 24 * 60 * 60 * second;
/** Over a question or two, a deadline of an operation, one of a start, of an activation, of a dispute, of a restore. */
const spans = [5 * second, 31 * second, 31 * 60 * second, 8 * day, 31 * day, 61 * day, 96 * day];

let members = 1001;

/** All that happens to one holder besides what they do: providers, time, identity, disputes. */
export function createWorld(service: RunningBinding, holder: Holder, chance: Chance, disputed: Set<string>) {
  const { accountId, deviceId } = holder.viewer;
  const providers = Object.values(service.providers);
  const cards: readonly WalkCard[] = [
    { provider: 'seaside-bank', entered: bankCard(newCardNumber()) },
    { provider: 'seaside-bank', entered: bankCard(newCardNumber()) },
    { provider: 'harbour-bank', entered: bankCard(newCardNumber()) },
    { provider: 'cloudgate', entered: accessCard(`RG-${++members}`) },
  ];
  const devices: Id<'device'>[] = [deviceId];
  let locked = false;
  let sequence = 0;

  async function run(): Promise<void> {
    for (let round = 0; round < 4; round++) {
      await service.jobs.run({ mayFail: true });
      const messages = providers.flatMap((fake) => (fake.away ? [] : fake.settle()));
      if (messages.length === 0) return;
      for (const message of messages) await service.composed.applyProviderMessage(message);
    }
  }

  async function pass(ms: number): Promise<void> {
    // In steps, so that what is due meanwhile happens in its order.
    for (let left = ms; left > 0; left -= Math.max(ms / 4, 1)) {
      service.clock.advance(Math.min(left, Math.max(ms / 4, 1)));
      await service.jobs.reconcile(false);
      await run();
    }
  }

  const publish = (type: 'locked' | 'unlocked', data: object) =>
    service.eventLog.publish('identity', {
      type: `bindery.account.${type}.v1`,
      key: accountId,
      sequence: ++sequence,
      data: { accountId, at: service.clock.now().toISOString(), ...data },
    } as never);

  const publishDevice = (type: 'device-registered' | 'device-removed', id: Id<'device'>, data: object) =>
    service.eventLog.publish('identity', {
      type: `bindery.account.${type}.v1`,
      key: accountId,
      sequence: ++sequence,
      data: { accountId, deviceId: id, at: service.clock.now().toISOString(), ...data },
    } as never);

  async function removeOutside(bindings: readonly SeenBinding[]): Promise<void> {
    const bound = bindings.filter(({ phase, credentialReference }) => phase === 'BOUND' && credentialReference);
    if (bound.length === 0) return;
    const { credentialReference } = chance.pick(bound);
    const fake = chance.pick(providers);
    await service.composed.applyProviderMessage(fake.removeOutside(credentialReference ?? ''));
    await run();
  }

  const happenings: Readonly<Record<string, (bindings: readonly SeenBinding[]) => Promise<unknown>>> = {
    settle: run,
    'settle late': async () => {
      for (const fake of providers)
        for (const message of fake.settle({ late: true })) await service.composed.applyProviderMessage(message);
      await run();
    },
    'time passes': () => pass(chance.pick(spans)),
    'removed outside': removeOutside,
    'lock or unlock': async () => {
      locked = !locked;
      await publish(locked ? 'locked' : 'unlocked', locked ? { scope: 'ACCOUNT', reason: 'TOO_MANY_FAILURES' } : {});
      await run();
    },
    'another device': async () => {
      if (devices.length > 1) {
        await publishDevice('device-removed', devices.pop() ?? deviceId, {});
      } else {
        devices.push(newId('device'));
        await publishDevice('device-registered', devices[1] ?? deviceId, { platform: 'IOS', clientApp: 'WALLET' });
      }
      await run();
    },
    'away or back': async () => {
      const fake = chance.pick(providers);
      fake.away = !fake.away;
    },
    used: async (bindings) => {
      const bound = bindings.filter(({ phase }) => phase === 'BOUND');
      if (bound.length === 0) return;
      const { id: bindingId, cardId } = chance.pick(bound);
      await insertPayments(service, { bindingId, cardId, accountId }, { count: 1, now: service.clock.now() });
    },
    dispute: async (bindings) => {
      if (bindings.length === 0) return;
      const { id } = chance.pick(bindings);
      if (!disputed.delete(id)) disputed.add(id);
    },
    obligations: async (bindings) => {
      const bound = bindings.filter(({ credentialReference }) => credentialReference !== null);
      if (bound.length === 0) return;
      const open = chance.below(2) === 0;
      const pending = open ? [{ id: 'p1', amount: { value: 100, currency: 'CNY' }, text: 'Taxi' }] : [];
      const owed = { balance: null, pending, mandates: [] };
      for (const fake of providers) fake.setObligations(chance.pick(bound).credentialReference ?? '', owed);
    },
  };

  return {
    cards,
    /** One that its holder got in the place of another. */
    anotherCard: (provider: WalkCard['provider']): WalkCard => ({
      provider,
      entered: provider === 'cloudgate' ? accessCard(`RG-${++members}`) : bankCard(newCardNumber()),
    }),
    devices: devices as readonly Id<'device'>[],
    run,
    pass,
    happenings,
    /** Decides by chance how the next request of some kind goes at some provider. */
    mislead(): void {
      chance.pick(providers).plan(chance.pick(kinds), chance.pick(behaviours));
    },
    isAway: (provider: WalkCard['provider']) => service.providers[provider].away,
    owes: (provider: WalkCard['provider'], { credentialReference }: SeenBinding): boolean =>
      service.providers[provider].obligationsOf(credentialReference ?? '').pending.length > 0,
    /** The provider’s own step of a bind that waits for it; false when it does not wait. */
    async activate(bindingId: string): Promise<boolean> {
      const [row] = await service.sql<{ id: Id<'operation'>; provider: WalkCard['provider'] }>(
        `SELECT id, provider FROM operation WHERE binding_id = $1 AND kind = 'BIND' ORDER BY created_at DESC LIMIT 1`,
        [bindingId],
      );
      if (!row) return false;
      try {
        for (const message of service.providers[row.provider].activate(row.id))
          await service.composed.applyProviderMessage(message);
      } catch {
        return false;
      }
      await run();
      return true;
    },
  };
}

export type World = ReturnType<typeof createWorld>;
