import type { Id } from '@bindery/kernel';
import { aHolder, bind, mutate, proofOf, readBinding, settle, unbind, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

const day = 24 * 60 * 60_000;
let service: RunningBinding;
let holder: Holder;
/** As a feature of disputes would know them. */
const disputed = new Set<string>();

beforeAll(async () => {
  service = await startBindingService({
    facts: [
      {
        disputeOpen: async (_tx, subjects) =>
          subjects.map(({ binding }) => binding !== null && disputed.has(binding.id)),
      },
    ],
  });
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

async function unbound(): Promise<Id<'binding'>> {
  const { bindingId } = await bind(service, holder);
  await unbind(service, holder, bindingId);
  await settle(service);
  return bindingId;
}
const phase = async (bindingId: Id<'binding'>) => (await readBinding(service, holder, bindingId)).phase as string;

describe('the end of the restore window', () => {
  it('ends what is offered at once, before the job has retired the binding', async () => {
    const bindingId = await unbound();
    service.clock.advance(95 * day + 1000);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      phase: 'UNBOUND',
      restorable: null,
      nextSteps: [{ code: 'REBIND' }],
    });
    expect(
      await mutate(service, holder, 'requestRestore', {
        bindingId,
        proof: await proofOf(service, holder, 'RESTORE', bindingId),
      }),
    ).toMatchObject({ __typename: 'RestoreRefusedError', reason: 'WINDOW_OVER' });
    expect(await mutate(service, holder, 'cancelBinding', { bindingId })).toMatchObject({
      __typename: 'TransitionRefusedError',
      possible: [],
    });
  });

  it('does not retire a binding while a dispute of it is open, and does once it is closed', async () => {
    const [open, quiet] = [await unbound(), await unbound()];
    disputed.add(open);
    service.clock.advance(95 * day + 1000);
    await service.jobs.run();
    expect([await phase(open), await phase(quiet)]).toEqual(['UNBOUND', 'RETIRED']);

    disputed.delete(open);
    service.clock.advance(61_000);
    await service.jobs.reconcile(false);
    await service.jobs.run();
    expect(await phase(open)).toBe('RETIRED');
  });

  it('leaves a disputed binding what it was: it can still be restored', async () => {
    const bindingId = await unbound();
    const { restorable } = await readBinding(service, holder, bindingId);
    disputed.add(bindingId);
    service.clock.advance(95 * day + 1000);
    await service.jobs.run();
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      restorable: { until: restorable.until, extendedByDispute: true, strategy: 'REACTIVATE' },
      nextSteps: [{ code: 'RESTORE' }, { code: 'REBIND' }],
    });
    const restored = await mutate(service, holder, 'requestRestore', {
      bindingId,
      proof: await proofOf(service, holder, 'RESTORE', bindingId),
    });
    expect(restored).toMatchObject({ __typename: 'RequestRestoreSuccess', binding: { phase: 'RESTORING' } });
    await settle(service);
    expect(await phase(bindingId)).toBe('BOUND');
  });
});
