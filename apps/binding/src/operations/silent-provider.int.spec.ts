import type { Id } from '@bindery/kernel';
import { sentKinds, type SentKind } from '../providers';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  proofOf,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => (holder = aHolder()));

const bank = () => service.providers['seaside-bank'];
const read = (id: Id<'binding'>) => readBinding(service, holder, id);
const openCases = async (id: Id<'binding'>) =>
  (await service.sql('SELECT about FROM binding_case WHERE binding_id = $1 AND closed_at IS NULL', [id])).map(
    ({ about }) => about,
  );
const overdueEvents = async (id: Id<'binding'>) =>
  (await service.sql<{ value: Answer }>('SELECT value FROM outbox_events WHERE key = $1 ORDER BY position', [id]))
    .map(({ value }) => JSON.parse(value))
    .filter(({ overdue }) => overdue === true);
const steps = async (id: Id<'binding'>) => {
  const query = 'query ($id: ID!) { binding(id: $id) { nextSteps { code until url title } } }';
  return (await service.ask(query, { id }, holder.claims)).data.binding.nextSteps as Answer[];
};
const waitingSteps = async (id: Id<'binding'>) =>
  (await steps(id)).filter(({ code }) => code === 'WAIT_FOR_PROVIDER' || code === 'CONTACT_SUPPORT');

/** Brings a binding to where the provider is asked for something that it never answers. */
async function asked(kind: SentKind): Promise<Id<'binding'>> {
  if (kind === 'BIND') {
    bank().plan('BIND', 'NEVER');
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    await confirm(service, holder, binding.id);
    return binding.id as Id<'binding'>;
  }
  const { bindingId } = await bind(service, holder);
  if (kind === 'SUSPEND' || kind === 'RESUME') {
    if (kind === 'SUSPEND') bank().plan('SUSPEND', 'NEVER');
    await mutate(service, holder, 'suspendBinding', { bindingId });
    if (kind === 'SUSPEND') return bindingId;
    await settle(service);
    bank().plan('RESUME', 'NEVER');
    await mutate(service, holder, 'resumeBinding', { bindingId });
    return bindingId;
  }
  if (kind === 'UNBIND') bank().plan('UNBIND', 'NEVER');
  await unbind(service, holder, bindingId);
  if (kind === 'UNBIND') return bindingId;
  await settle(service);
  bank().plan('RESTORE', 'NEVER');
  await mutate(service, holder, 'requestRestore', {
    bindingId,
    proof: await proofOf(service, holder, 'RESTORE', bindingId),
  });
  return bindingId;
}

/** Lets time pass up to a moment, with all jobs that are due meanwhile. */
async function until(moment: Date) {
  while (service.clock.now() < moment) {
    service.clock.advance(Math.min(1000, Number(moment) - Number(service.clock.now())));
    await service.jobs.run();
  }
}

describe('a provider that never answers', () => {
  it.each(sentKinds)(
    '%s: at the deadline it is a case, the holder is told once, and nobody is to wait until what is over',
    async (kind) => {
      const bindingId = await asked(kind);
      await service.jobs.run();
      const deadline = new Date((await read(bindingId)).sync.deadline);
      expect(await waitingSteps(bindingId)).toMatchObject([
        { code: 'WAIT_FOR_PROVIDER', until: deadline.toISOString() },
      ]);

      await until(deadline);
      expect(await openCases(bindingId)).toEqual(['OVERDUE']);
      expect(await overdueEvents(bindingId)).toMatchObject([{ sync: { operation: { kind } } }]);
      expect(await waitingSteps(bindingId)).toEqual([
        { code: 'WAIT_FOR_PROVIDER', until: null, url: null, title: expect.stringContaining('not answered in time') },
        { code: 'CONTACT_SUPPORT', until: null, url: 'https://support.example/help', title: expect.any(String) },
      ]);

      await until(new Date(Number(deadline) + 20 * 60_000));
      expect(await overdueEvents(bindingId)).toHaveLength(1);
      // A hold that is laid or lifted keeps nobody from anything else.
      const others = (await steps(bindingId)).length - (await waitingSteps(bindingId)).length;
      expect(others > 0).toBe(kind === 'SUSPEND' || kind === 'RESUME');
    },
    30_000,
  );

  it('ends by a late answer all the same, and its case with it', async () => {
    const { bindingId } = await bind(service, holder);
    bank().plan('UNBIND', 'LATE');
    await unbind(service, holder, bindingId);
    await service.jobs.run();
    await until(new Date((await read(bindingId)).sync.deadline));
    expect(await openCases(bindingId)).toEqual(['OVERDUE']);
    bank().settle({ late: true });
    await until(new Date(Number(service.clock.now()) + 6 * 60_000));
    expect(await read(bindingId)).toMatchObject({ status: 'UNBOUND' });
    expect(await openCases(bindingId)).toEqual([]);
  }, 30_000);
});

describe('what cannot be done while the provider is asked', () => {
  const plan = async (id: string, claims = holder.claims) =>
    (
      await service.ask(
        `query ($id: ID!) { unbindPlan(bindingId: $id) { __typename ... on Problem { remedies { kind code until url } }
          ... on TransitionRefusedError { phase nextSteps { code until } } ... on UnbindPlan { digest } } }`,
        { id },
        claims,
      )
    ).data.unbindPlan;

  it('says what is waited for and until when, for a plan as for any step', async () => {
    const bindingId = await asked('UNBIND');
    await service.jobs.run();
    const { deadline } = (await read(bindingId)).sync;
    const refused = {
      __typename: 'TransitionRefusedError',
      phase: 'UNBINDING',
      nextSteps: [{ code: 'WAIT_FOR_PROVIDER', until: deadline }],
      remedies: [
        { kind: 'WAIT_UNTIL', code: 'WaitUntil', until: deadline, url: null },
        { kind: 'CONTACT_SUPPORT', code: 'ContactSupport', until: null, url: 'https://support.example/help' },
      ],
    };
    expect(await plan(bindingId)).toEqual(refused);
    expect(await mutate(service, holder, 'cancelBinding', { bindingId })).toMatchObject({
      remedies: [{ code: 'WaitUntil' }, { code: 'ContactSupport' }],
    });

    await until(new Date(deadline));
    expect(await plan(bindingId)).toMatchObject({ remedies: [{ code: 'ContactSupport' }] });
  }, 30_000);

  it('is a plan where it can be unbound, and not found where it is somebody else’s', async () => {
    const { bindingId } = await bind(service, holder);
    expect(await plan(bindingId)).toMatchObject({ __typename: 'UnbindPlan', digest: expect.any(String) });
    expect(await plan(bindingId, aHolder().claims)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await plan('binding_nobody')).toMatchObject({ __typename: 'NotFoundError' });
  });
});
