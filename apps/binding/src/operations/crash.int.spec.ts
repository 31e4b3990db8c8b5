import type { Id } from '@bindery/kernel';
import {
  aHolder,
  bind,
  confirm,
  mutate,
  readBinding,
  settle,
  startInput,
  unbind,
  type Holder,
} from '../testing/holder';
import { checkHistory } from '../testing/history-checker';
import { startBindingService, type RunningBinding } from '../testing/start-binding-service';

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
const status = async (bindingId: Id<'binding'>) => (await readBinding(service, holder, bindingId)).status as string;
const loseAllJobs = () => service.composed.dataSource.query('DELETE FROM graphile_worker._private_jobs');
const sentFor = (operationId: Id<'operation'>) =>
  bank().sent.filter((request) => request.operationId === operationId).length;

async function confirmed(): Promise<{ bindingId: Id<'binding'>; operationId: Id<'operation'> }> {
  const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
  const { operation } = await confirm(service, holder, binding.id);
  return { bindingId: binding.id, operationId: operation.id };
}

describe('a service that is killed', () => {
  it('after the commit and before the request leaves, sends it after the restart', async () => {
    const { bindingId, operationId } = await confirmed();
    expect(bank().sent.some((request) => request.operationId === operationId)).toBe(false);
    await settle(service);
    expect(await status(bindingId)).toBe('ACTIVE');
  });

  it('after the request has left and before its job is done, asks instead of sending again', async () => {
    const { bindingId, operationId } = await confirmed();
    await service.jobs.runAndForget('send-operation');
    await settle(service);
    expect(await status(bindingId)).toBe('ACTIVE');
    expect(sentFor(operationId)).toBe(1);
  });

  it('after it has said that it will send and before it does, sends it once the provider has never heard of it', async () => {
    const { bindingId, operationId } = await confirmed();
    await service.composed.dataSource.query('UPDATE operation SET sent_at = now() WHERE id = $1', [operationId]);
    await settle(service);
    expect(await status(bindingId)).toBe('ACTIVE');
    expect(sentFor(operationId)).toBe(1);
  });

  it('after the answer was applied and before its job is done, does nothing twice', async () => {
    const { bindingId } = await bind(service, holder);
    bank().plan('UNBIND', 'CONFIRM');
    await unbind(service, holder, bindingId);
    await service.jobs.runAndForget('send-operation');
    const before = await readBinding(service, holder, bindingId);
    expect(before.status).toBe('UNBOUND');
    await settle(service);
    expect(await readBinding(service, holder, bindingId)).toEqual(before);
  });

  it.each(['bind', 'unbind'] as const)(
    'with every job of a %s lost, finds what is open and finishes it',
    async (kind) => {
      const { bindingId } = kind === 'bind' ? await confirmed() : await bind(service, holder);
      if (kind === 'unbind') await unbind(service, holder, bindingId);
      await loseAllJobs();
      await service.jobs.reconcile(true);
      await settle(service);
      expect(await status(bindingId)).toBe(kind === 'bind' ? 'ACTIVE' : 'UNBOUND');
    },
  );

  it('is found by the next minute’s run too, but work in hand is left alone', async () => {
    const { bindingId } = await confirmed();
    await loseAllJobs();
    await service.jobs.reconcile(false);
    expect(await service.jobs.due()).toEqual([]);
    service.clock.advance(60_000);
    await service.jobs.reconcile(false);
    await settle(service);
    expect(await status(bindingId)).toBe('ACTIVE');
  });

  it('with its timers lost, lapses what is past its deadline', async () => {
    const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
    await loseAllJobs();
    service.clock.advance(32 * 60_000);
    await service.jobs.reconcile(false);
    await service.jobs.run();
    expect(await status(binding.id)).toBe('DECLINED');
  });
});
