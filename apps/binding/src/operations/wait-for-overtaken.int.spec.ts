import type { Id } from '@bindery/kernel';
import { aHolder, bind, mutate, readBinding, settle, type Holder } from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';
import { operationJobs } from './operations.jobs';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => {
  service = await startBindingService();
});
afterAll(() => service.stop());
beforeEach(() => {
  holder = aHolder();
});
afterEach(async () => void (await checkHistory(service.composed.dataSource)));

const bank = () => service.providers['seaside-bank'];
const suspend = (bindingId: Id<'binding'>) => mutate(service, holder, 'suspendBinding', { bindingId });
const resume = (bindingId: Id<'binding'>) => mutate(service, holder, 'resumeBinding', { bindingId });

interface Bound {
  readonly bindingId: Id<'binding'>;
  /** Kinds that the bank was sent about it since it was bound. */
  sent(): string[];
  atTheBank(): Promise<unknown>;
}

async function bound(): Promise<Bound> {
  const { bindingId } = await bind(service, holder);
  const { credentialReference } = await readBinding(service, holder, bindingId);
  const before = bank().sent.length;
  return {
    bindingId,
    sent: () =>
      bank()
        .sent.slice(before)
        .map(({ kind }) => kind),
    atTheBank: async () => {
      const status = await bank().connector.credentialStatus(credentialReference);
      return status.ok && status.value;
    },
  };
}

async function pass(ms: number): Promise<void> {
  service.clock.advance(ms);
  await service.jobs.run();
}

/** The bank does what it said that it would do later, and its word comes. */
async function bankActs(): Promise<void> {
  for (const message of bank().settle()) await service.composed.applyProviderMessage(message);
  await service.jobs.run();
}

describe('an operation that was given up for its opposite', () => {
  it('is over before a RESUME leaves: a bank that suspends late does not undo it', async () => {
    const { bindingId, sent, atTheBank } = await bound();
    await suspend(bindingId);
    await service.jobs.run();
    await resume(bindingId);
    await pass(2_000);
    expect(sent()).toEqual(['SUSPEND']);
    await bankActs();
    await pass(1_000);
    expect(sent()).toEqual(['SUSPEND', 'RESUME']);
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'ACTIVE',
      sync: { state: 'IN_SYNC' },
    });
    expect(await atTheBank()).toBe('ACTIVE');
  });

  it('is over before a SUSPEND leaves: a bank that resumes late does not let the card go', async () => {
    const { bindingId, sent, atTheBank } = await bound();
    await suspend(bindingId);
    await settle(service);
    await resume(bindingId);
    await service.jobs.run();
    expect(await suspend(bindingId)).toMatchObject({ binding: { status: 'SUSPENDED' } });
    await pass(2_000);
    expect(sent()).toEqual(['SUSPEND', 'RESUME']);
    await bankActs();
    await pass(1_000);
    await settle(service);
    expect(sent()).toEqual(['SUSPEND', 'RESUME', 'SUSPEND']);
    expect(await readBinding(service, holder, bindingId)).toMatchObject({
      status: 'SUSPENDED',
      sync: { state: 'IN_SYNC' },
    });
    expect(await atTheBank()).toBe('SUSPENDED');
  });

  it('is not waited for where it never left', async () => {
    const { bindingId, sent } = await bound();
    await suspend(bindingId);
    await resume(bindingId);
    await service.jobs.run();
    expect(sent()).toEqual(['RESUME']);
  });

  it('is waited for while it may be on its way still', async () => {
    const { bindingId, sent } = await bound();
    await suspend(bindingId);
    await service.jobs.run();
    for (const { operationId } of bank().sent.slice(-1)) bank().forget(operationId);
    await resume(bindingId);
    for (let seconds = 0; seconds < 9; seconds += 1) await pass(1_000);
    expect(sent()).toEqual(['SUSPEND']);
    await pass(2_000);
    expect(sent()).toEqual(['SUSPEND', 'RESUME']);
  });

  it.each([
    ['', false],
    [', also where it was looked at meanwhile', true],
  ])(
    'keeps nobody from suspending for longer than half of its time, and the card is looked at afterwards%s',
    async (_, looked) => {
      const { bindingId, sent, atTheBank } = await bound();
      await suspend(bindingId);
      await settle(service);
      bank().plan('RESUME', 'LATE');
      await resume(bindingId);
      await service.jobs.run();
      bank().plan('SUSPEND', 'CONFIRM');
      await suspend(bindingId);
      for (let seconds = 0; seconds < 20; seconds += 1) await pass(1_000);
      expect(sent()).toEqual(['SUSPEND', 'RESUME', 'SUSPEND']);
      if (looked) {
        const compare = { jobKey: `compare ${bindingId}` };
        await service.composed.dataSource.transaction((tx) =>
          operationJobs.enqueue(tx, 'compare-with-provider', { bindingId }, compare),
        );
        await service.jobs.run();
      }
      for (const message of bank().settle({ late: true })) await service.composed.applyProviderMessage(message);
      expect(await atTheBank()).toBe('ACTIVE');
      await pass(61_000);
      await settle(service);
      expect(await readBinding(service, holder, bindingId)).toMatchObject({
        status: 'SUSPENDED',
        sync: { state: 'IN_SYNC' },
      });
      expect(await atTheBank()).toBe('SUSPENDED');
    },
  );
});
