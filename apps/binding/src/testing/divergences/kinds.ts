import type { Id } from '@bindery/kernel';
import { mutate, settle } from '../holder';
import type { RunningBinding } from '../start-binding-service';
import { restoring, suspending, type Diverging, type DivergingCards, type HoldOwner } from './diverging-cards';

interface Planted extends Diverging {
  readonly owner?: HoldOwner;
}

interface Kind {
  readonly plant: (count: number) => Promise<readonly Planted[]>;
  /** What has to be true when the interval and a minute are over. */
  readonly healed: (planted: Planted) => Promise<void>;
}

/** The ways in which we and a provider can come to differ, and what has to come of each. */
export function createKinds(service: RunningBinding, cards: DivergingCards): Readonly<Record<string, Kind>> {
  const { stateOf, began, bound, unbound, held, requestUnbind, askRestore } = cards;
  const at = ({ provider }: Planted) => service.providers[provider];
  const inTurn = async (planted: readonly Planted[], act: (one: Planted) => Promise<unknown>) => {
    for (const one of planted) await act(one);
  };
  const standAs = <T extends Planted>(planted: readonly T[], status: 'ACTIVE' | 'SUSPENDED' | 'ABSENT') => {
    for (const one of planted) at(one).setStatus(one.reference, status);
    return planted;
  };
  /** Sends what waits, without letting a provider settle or tell anything. */
  const sendOnly = () => service.jobs.run({ mayFail: true });
  /** The providers settle, and what they post is lost. */
  const settleUnheard = () => Object.values(service.providers).forEach((fake) => void fake.settle({ late: true }));
  const forgotten = async (one: Planted) => {
    const { operation } = await stateOf(one.bindingId);
    at(one).forget(operation as Id<'operation'>);
  };
  const is =
    (phase: string, more: object = {}) =>
    async ({ bindingId }: Planted) =>
      expect(await stateOf(bindingId)).toMatchObject({ phase, sync: { state: 'IN_SYNC' }, ...more });
  const standsAs = async (one: Planted, value: 'SUSPENDED' | 'ABSENT') =>
    expect(await at(one).connector.credentialStatus(one.reference)).toEqual({ ok: true, value });
  async function isOffThere(one: Planted): Promise<void> {
    await is('UNBOUND')(one);
    await standsAs(one, 'ABSENT');
  }

  async function unbinding(count: number): Promise<Diverging[]> {
    const planted = await bound(count);
    await inTurn(planted, requestUnbind);
    return planted;
  }
  async function resuming(count: number): Promise<Diverging[]> {
    const planted = await bound(count, suspending);
    for (const name of ['suspendBinding', 'resumeBinding'] as const) {
      await inTurn(planted, ({ holder, bindingId }) => mutate(service, holder, name, { bindingId }));
      if (name === 'suspendBinding') await settle(service);
    }
    return planted;
  }
  const sentAnd =
    (count: number, then: (planted: readonly Planted[]) => unknown) =>
    async (planting: (count: number) => Promise<Planted[]>) => {
      const planted = await planting(count);
      await sendOnly();
      await then(planted);
      return planted;
    };

  return {
    'bound here or suspended, gone there without a word': {
      plant: async (count) =>
        standAs([...(await bound(Math.ceil(count / 2))), ...(await held(Math.floor(count / 2)))], 'ABSENT'),
      healed: is('UNBOUND'),
    },
    'bound here, suspended there: theirs is stricter, and people look into it': {
      plant: async (count) => standAs(await bound(count, suspending), 'SUSPENDED'),
      healed: async ({ bindingId }) =>
        expect(await stateOf(bindingId)).toMatchObject({ phase: 'BOUND', sync: { state: 'DIVERGED' }, cases: 1 }),
    },
    'suspended here, active there again': {
      plant: async (count) => standAs(await held(count, suspending), 'ACTIVE'),
      async healed(one) {
        expect(await stateOf(one.bindingId)).toMatchObject({ phase: 'BOUND', holds: [{ owner: one.owner }] });
        await standsAs(one, 'SUSPENDED');
      },
    },
    'unbound here, back there by a later sync': {
      plant: async (count) => standAs(await unbound(count), 'ACTIVE'),
      healed: isOffThere,
    },
    'unbound here, back there and suspended': {
      plant: async (count) => standAs(await unbound(count, suspending), 'SUSPENDED'),
      healed: isOffThere,
    },
    'unbinding here, gone there, the message lost': {
      plant: (count) => sentAnd(count, settleUnheard)(unbinding),
      healed: is('UNBOUND'),
    },
    'unbinding here, never heard of there': {
      plant: (count) => sentAnd(count, (planted) => inTurn(planted, forgotten))(unbinding),
      healed: is('UNBOUND'),
    },
    'binding here, bound there, the message lost': {
      plant: (count) => sentAnd(count, settleUnheard)(began),
      healed: is('BOUND'),
    },
    'binding here, never heard of there': {
      plant: (count) => sentAnd(count, (planted) => inTurn(planted, forgotten))(began),
      healed: is('BOUND'),
    },
    'restoring here, active there, the message lost': {
      plant: (count) =>
        sentAnd(
          count,
          settleUnheard,
        )(async () => {
          const planted = await unbound(count, restoring);
          await inTurn(planted, askRestore);
          return planted;
        }),
      healed: is('BOUND'),
    },
    'resuming here, active there, the message lost': {
      plant: (count) => sentAnd(count, settleUnheard)(resuming),
      healed: is('BOUND', { holds: [] }),
    },
    'being taken off here, and every job of it lost': {
      async plant(count) {
        const planted = await unbinding(count);
        await service.composed.dataSource.query('DELETE FROM graphile_worker._private_jobs');
        return planted;
      },
      healed: is('UNBOUND'),
    },
  };
}
