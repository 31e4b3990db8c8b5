import type { Id } from '@bindery/kernel';
import { aHolder, confirm, mutate, proofOf, settle, startInput, unbindInput, type Holder } from '../../testing/holder';
import { checkHistory } from '../../testing/history-checker';
import { startBindingService, type RunningBinding } from '../../testing/start-binding-service';

/** Of each kind; `BINDERY_DIVERGENCES=84` plants 1,008. */
const each = Number(process.env.BINDERY_DIVERGENCES ?? 4);
const intervalMs = 360 * 60_000;
const dayMs = 24 * 60 * 60_000;

let service: RunningBinding;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());

const bank = () => service.providers['seaside-bank'];

interface Planted {
  readonly holder: Holder;
  readonly bindingId: Id<'binding'>;
  readonly reference: string;
}

/** Begins so many bindings, each of a holder of its own. */
async function began(count: number): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (let index = 0; index < count; index++) {
    const holder = aHolder();
    const started = await mutate(service, holder, 'startBinding', startInput(holder));
    const bindingId = started.binding.id as Id<'binding'>;
    await confirm(service, holder, bindingId);
    planted.push({ holder, bindingId, reference: '' });
  }
  return planted;
}

const stateOf = async (bindingId: Id<'binding'>) => {
  const [row] = await service.composed.dataSource.query(
    `SELECT phase, holds, sync, credential_reference AS reference,
       (SELECT count(*)::int FROM binding_case c WHERE c.binding_id = b.id AND c.closed_at IS NULL) AS cases,
       (SELECT id FROM operation o WHERE o.binding_id = b.id ORDER BY created_at DESC LIMIT 1) AS operation
     FROM binding b WHERE id = $1`,
    [bindingId],
  );
  return row;
};

async function bound(count: number): Promise<Planted[]> {
  const planted = await began(count);
  await settle(service);
  return Promise.all(
    planted.map(async (one) => ({ ...one, reference: (await stateOf(one.bindingId)).reference as string })),
  );
}

async function boundOne(): Promise<Planted> {
  const [one] = await bound(1);
  if (!one) throw new Error('nothing was bound');
  return one;
}

const forEach = async (planted: readonly Planted[], act: (one: Planted) => Promise<unknown>): Promise<void> => {
  for (const one of planted) await act(one);
};

const requestUnbind = async ({ holder, bindingId }: Planted) =>
  mutate(service, holder, 'requestUnbind', await unbindInput(service, holder, bindingId));

async function unbound(count: number): Promise<Planted[]> {
  const planted = await bound(count);
  await forEach(planted, requestUnbind);
  await settle(service);
  return planted;
}

const by = (name: 'suspendBinding' | 'resumeBinding') => (one: Planted) =>
  mutate(service, one.holder, name, { bindingId: one.bindingId });

async function askRestore({ holder, bindingId }: Planted) {
  const proof = await proofOf(service, holder, 'RESTORE', bindingId);
  await mutate(service, holder, 'requestRestore', { bindingId, proof });
}

const standAs = (planted: readonly Planted[], status: 'ACTIVE' | 'SUSPENDED' | 'ABSENT') => {
  for (const { reference } of planted) bank().setStatus(reference, status);
  return planted;
};

/** Sends what waits, without letting the provider settle or tell anything. */
const sendOnly = () => service.jobs.run({ mayFail: true });
/** The provider settles, and what it posts is lost. */
const settleUnheard = () => void bank().settle({ late: true });
const operationOf = async (bindingId: Id<'binding'>) => (await stateOf(bindingId)).operation as Id<'operation'>;
const is =
  (phase: string, more: object = {}) =>
  async ({ bindingId }: Planted) =>
    expect(await stateOf(bindingId)).toMatchObject({ phase, sync: { state: 'IN_SYNC' }, ...more });

interface Kind {
  readonly plant: (count: number) => Promise<readonly Planted[]>;
  /** What has to be true when the interval and a minute are over. */
  readonly healed: (planted: Planted) => Promise<void>;
}

const kinds: Readonly<Record<string, Kind>> = {
  'bound here, gone there without a word': {
    plant: async (count) => standAs(await bound(count), 'ABSENT'),
    healed: is('UNBOUND'),
  },
  'bound here, suspended there: theirs is stricter, and people look into it': {
    plant: async (count) => standAs(await bound(count), 'SUSPENDED'),
    healed: async ({ bindingId }) =>
      expect(await stateOf(bindingId)).toMatchObject({ phase: 'BOUND', sync: { state: 'DIVERGED' }, cases: 1 }),
  },
  'suspended here, active there again': {
    async plant(count) {
      const planted = await bound(count);
      await forEach(planted, by('suspendBinding'));
      await settle(service);
      return standAs(planted, 'ACTIVE');
    },
    async healed({ bindingId, reference }) {
      expect(await stateOf(bindingId)).toMatchObject({ phase: 'BOUND', holds: [{ owner: 'HOLDER' }] });
      expect(await bank().connector.credentialStatus(reference)).toEqual({ ok: true, value: 'SUSPENDED' });
    },
  },
  'unbound here, back there by a later sync': {
    plant: async (count) => standAs(await unbound(count), 'ACTIVE'),
    healed: isOffThere,
  },
  'unbound here, back there and suspended': {
    plant: async (count) => standAs(await unbound(count), 'SUSPENDED'),
    healed: isOffThere,
  },
  'unbinding here, gone there, the message lost': {
    async plant(count) {
      const planted = await bound(count);
      await forEach(planted, requestUnbind);
      await sendOnly();
      settleUnheard();
      return planted;
    },
    healed: is('UNBOUND'),
  },
  'unbinding here, never heard of there': {
    async plant(count) {
      const planted = await bound(count);
      await forEach(planted, requestUnbind);
      await sendOnly();
      await forEach(planted, forgotten);
      return planted;
    },
    healed: is('UNBOUND'),
  },
  'binding here, bound there, the message lost': {
    async plant(count) {
      const planted = await began(count);
      await sendOnly();
      settleUnheard();
      return planted;
    },
    healed: is('BOUND'),
  },
  'binding here, never heard of there': {
    async plant(count) {
      const planted = await began(count);
      await sendOnly();
      await forEach(planted, forgotten);
      return planted;
    },
    healed: is('BOUND'),
  },
  'restoring here, active there, the message lost': {
    async plant(count) {
      const planted = await unbound(count);
      await forEach(planted, askRestore);
      await sendOnly();
      settleUnheard();
      return planted;
    },
    healed: is('BOUND'),
  },
  'resuming here, active there, the message lost': {
    async plant(count) {
      const planted = await bound(count);
      await forEach(planted, by('suspendBinding'));
      await settle(service);
      await forEach(planted, by('resumeBinding'));
      await sendOnly();
      settleUnheard();
      return planted;
    },
    healed: is('BOUND', { holds: [] }),
  },
  'being taken off here, and every job of it lost': {
    async plant(count) {
      const planted = await bound(count);
      await forEach(planted, requestUnbind);
      await service.composed.dataSource.query('DELETE FROM graphile_worker._private_jobs');
      return planted;
    },
    healed: is('UNBOUND'),
  },
};

async function forgotten({ bindingId }: Planted): Promise<void> {
  bank().forget(await operationOf(bindingId));
}

async function isOffThere(planted: Planted): Promise<void> {
  await is('UNBOUND')(planted);
  expect(await bank().connector.credentialStatus(planted.reference)).toEqual({ ok: true, value: 'ABSENT' });
}

/** What the crons of the service do, minute by minute, for as long as a comparison may take, and a minute. */
async function letTimePass(): Promise<void> {
  for (const ms of [60_000, 60_000, 10 * 60_000, intervalMs - 12 * 60_000, 60_000]) {
    service.clock.advance(ms);
    await service.jobs.reconcile(false);
    await settle(service);
  }
}

const loosened = async (planted: readonly Planted[], before: ReadonlyMap<string, string>) => {
  const rows = await Promise.all(planted.map(async ({ bindingId }) => ({ bindingId, ...(await stateOf(bindingId)) })));
  return rows.filter(({ bindingId, phase }) => before.get(bindingId) === 'UNBOUND' && phase === 'BOUND');
};

describe('divergences between us and a provider', () => {
  it('of twelve kinds are healed or are cases within the interval and a minute, and nothing is loosened', async () => {
    const planted: (Planted & { readonly kind: string })[] = [];
    for (const [kind, { plant }] of Object.entries(kinds))
      for (const one of await plant(each)) planted.push({ kind, ...one });
    expect(Object.keys(kinds)).toHaveLength(12);
    const off = planted.filter(({ kind }) => kind.startsWith('unbound here'));
    const before = new Map(off.map(({ bindingId }) => [bindingId, 'UNBOUND']));

    await letTimePass();

    for (const one of planted) {
      await kinds[one.kind]?.healed(one).catch((error: Error) => {
        throw new Error(`${one.kind}: ${error.message}`);
      });
    }
    expect(await loosened(off, before)).toEqual([]);
    await checkHistory(service.composed.dataSource);
  }, 560_000);

  it('are shown to the holder: what should be, what is, since when, and who looks into it', async () => {
    const { holder, bindingId, reference } = await boundOne();
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
    const [planted] = await unbound(1);
    if (!planted) throw new Error('nothing was unbound');
    bank().setStatus(planted.reference, 'ACTIVE');
    bank().plan('UNBIND', 'NEVER');
    service.clock.advance(intervalMs);
    await service.jobs.reconcile(false);
    await service.jobs.run({ mayFail: true });
    const { holder, bindingId } = planted;
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    expect(await mutate(service, holder, 'requestRestore', { bindingId, proof })).toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
  });
});
