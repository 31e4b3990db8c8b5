import { newId } from '@bindery/kernel';
import { aHolder, bankCard, bind, confirm, mutate, settle, startInput, type Holder } from '../../testing/holder';
import { changeByTwo } from '../../testing/operator';
import { startBindingService, type Answer, type RunningBinding } from '../../testing/start-binding-service';

let service: RunningBinding;
beforeEach(async () => void (service = await startBindingService()));
afterEach(() => service.stop());

const bank = () => service.providers['seaside-bank'];
const minute = 60_000;

async function read(holder: Holder, bindingId: string): Promise<Answer> {
  const query = 'query ($id: ID!) { binding(id: $id) { status credentialReference providerView { observedAt } } }';
  return (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
}

describe('what a provider does to a card by itself', () => {
  /** One card on two devices, held or taken off by its provider on both, which tells of the first. */
  async function done(how: 'HELD' | 'TAKEN_OFF'): Promise<string[]> {
    const holder = aHolder();
    const viewer = { ...holder.viewer, deviceId: newId('device') };
    const other = { viewer, claims: { ...holder.claims, viewer } };
    const card = bankCard();
    const { bindingId: first } = await bind(service, holder, 'seaside-bank', card);
    const { bindingId: second } = await bind(service, other, 'seaside-bank', card);
    const statuses = async () => Promise.all([first, second].map(async (id) => (await read(holder, id)).status));
    expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE']);
    const references = await Promise.all(
      [first, second].map(async (id) => (await read(holder, id)).credentialReference),
    );
    for (const reference of references)
      if (how === 'HELD') bank().hold(reference, true);
      else bank().removeOutside(reference);
    const type = how === 'HELD' ? 'credential.suspended' : 'credential.removed';
    const told = { type, provider: 'seaside-bank', credentialReference: references[0] } as const;
    expect(await service.composed.applyProviderMessage(told)).toBe('APPLIED');
    await settle(service);
    return statuses();
  }

  it('is asked about on every device at once, where it does so to whole cards', async () => {
    expect(await done('HELD')).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect(await done('TAKEN_OFF')).toEqual(['UNBOUND', 'UNBOUND']);
  });

  it('is done to the one binding that it told of, where it does not', async () => {
    await changeByTwo(service, { cascadesToBindings: false });
    expect(await done('HELD')).toEqual(['SUSPENDED', 'ACTIVE']);
    expect(await done('TAKEN_OFF')).toEqual(['UNBOUND', 'ACTIVE']);
  });
});

describe('an outcome', () => {
  it('is asked for more often where nobody tells it', async () => {
    /** Seconds until an operation that was asked about often is asked about again. */
    async function secondsToNext(): Promise<number> {
      const holder = aHolder();
      bank().plan('BIND', 'LATE');
      const { binding } = await mutate(service, holder, 'startBinding', startInput(holder));
      await confirm(service, holder, binding.id);
      await service.jobs.run();
      await service.sql(`UPDATE operation SET asked = 20 WHERE binding_id = $1`, [binding.id]);
      service.clock.advance(5_000);
      await service.jobs.run();
      const [row] = await service.sql<{ next: Date }>(
        'SELECT next_check_at AS next FROM operation WHERE binding_id = $1',
        [binding.id],
      );
      return (Number(row?.next) - Number(service.clock.now())) / 1000 - 15;
    }
    await changeByTwo(service, { operationDeadlineSeconds: 600 });
    expect(await secondsToNext()).toBe(60);
    await changeByTwo(service, { confirmation: 'POLL' });
    expect(await secondsToNext()).toBe(10);
  });
});

describe('a removal that its provider does not tell of', () => {
  it('is found sooner than where it would be told', async () => {
    const holder = aHolder();
    const seenAfter = async (minutes: number) => {
      const { bindingId } = await bind(service, holder);
      const look = async (after: number) => {
        service.clock.advance(after * minute);
        await service.jobs.reconcile(false);
        await settle(service);
      };
      // The first look comes soon after the bind, the next one after the interval.
      await look(6);
      const { credentialReference } = await read(holder, bindingId);
      bank().removeOutside(credentialReference);
      await look(minutes);
      return (await read(holder, bindingId)).status;
    };
    expect(await seenAfter(91)).toBe('ACTIVE');
    await changeByTwo(service, { signalsRemoval: false });
    expect(await seenAfter(91)).toBe('UNBOUND');
  });
});
