import { aHolder, bind, mutate, proofOf, settle, unbind, type Holder } from '../../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

const bank = () => service.providers['seaside-bank'];
async function read(bindingId: string): Promise<Answer> {
  const query = `query ($id: ID!) { binding(id: $id) { status credentialReference holds { owner } sync { state }
    providerView { desired observed observedAt } cases { about } } }`;
  return (await service.ask(query, { id: bindingId }, holder.claims)).data.binding;
}

describe('how a card stands at its provider', () => {
  it('is what the provider has just confirmed, from then on', async () => {
    const { bindingId } = await bind(service, holder);
    const stands = async (status: string) => {
      await settle(service);
      const { sync, providerView } = await read(bindingId);
      expect({ sync, providerView }).toEqual({
        sync: { state: 'IN_SYNC' },
        providerView: { desired: status, observed: status, observedAt: service.clock.now().toISOString() },
      });
    };
    await stands('ACTIVE');
    service.clock.advance(1_000);
    await mutate(service, holder, 'suspendBinding', { bindingId });
    // Nothing is confirmed yet.
    expect((await read(bindingId)).providerView).toMatchObject({ desired: 'SUSPENDED', observed: 'ACTIVE' });
    await stands('SUSPENDED');
    service.clock.advance(1_000);
    await mutate(service, holder, 'resumeBinding', { bindingId });
    await stands('ACTIVE');
    service.clock.advance(1_000);
    await unbind(service, holder, bindingId);
    await stands('ABSENT');
    service.clock.advance(1_000);
    const proof = await proofOf(service, holder, 'RESTORE', bindingId);
    await mutate(service, holder, 'requestRestore', { bindingId, proof });
    await stands('ACTIVE');
  });

  it('is suspended where the provider holds it by itself, though nothing has to be healed', async () => {
    const { bindingId } = await bind(service, holder);
    const { credentialReference } = await read(bindingId);
    const look = async (held: boolean) => {
      bank().hold(credentialReference, held);
      service.clock.advance(360 * 60_000);
      await service.jobs.reconcile(false);
      await settle(service);
      return read(bindingId);
    };
    expect(await look(true)).toMatchObject({
      status: 'SUSPENDED',
      holds: [{ owner: 'PROVIDER' }],
      sync: { state: 'IN_SYNC' },
      providerView: { desired: 'ACTIVE', observed: 'SUSPENDED' },
      cases: [],
    });
    expect(await look(false)).toMatchObject({
      status: 'ACTIVE',
      holds: [],
      providerView: { desired: 'ACTIVE', observed: 'ACTIVE' },
    });
  });
});
