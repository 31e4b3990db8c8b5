import type { Id } from '@bindery/kernel';
import { aHolder, bind, mutate, proofOf, readBinding, settle, type Holder } from '../testing/holder';
import { startBindingService, type Answer, type RunningBinding } from '../testing/start-binding-service';

let service: RunningBinding;
let holder: Holder;
beforeAll(async () => void (service = await startBindingService()));
afterAll(() => service.stop());
beforeEach(() => void (holder = aHolder()));

type Subject = { readonly cardId: Id<'card'> } | { readonly deviceId: Id<'device'> };
const idOf = (subject: Subject) => ('cardId' in subject ? subject.cardId : subject.deviceId);
const lost = (subject: Subject) => mutate(service, holder, 'reportLost', subject);
const found = async (subject: Subject) =>
  mutate(service, holder, 'reportFound', {
    ...subject,
    proof: await proofOf(service, holder, 'FOUND', idOf(subject)),
  });
const read = (bindingId: Id<'binding'>) => readBinding(service, holder, bindingId);

describe('what is found, and whose provider refuses to lift the block', () => {
  const codes = async (bindingId: Id<'binding'>): Promise<string[]> =>
    (await read(bindingId)).nextSteps.map(({ code }: Answer) => code);
  const resume = (bindingId: Id<'binding'>) => mutate(service, holder, 'resumeBinding', { bindingId });

  it.each(['CARD', 'DEVICE'])('is resumed without another proof, as is offered: %s', async (what) => {
    const { bindingId, cardId } = await bind(service, holder);
    const subject = what === 'CARD' ? { cardId } : { deviceId: holder.viewer.deviceId };
    await lost(subject);
    await settle(service);
    expect((await resume(bindingId)).__typename).toBe('TransitionRefusedError');
    // What is asked last is the news.
    service.clock.advance(1000);
    service.providers['seaside-bank'].plan('RESUME', 'REFUSE');
    await found(subject);
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED' });
    const query = 'query ($id: ID!) { binding(id: $id) { lastRefusal { operation remedies { code } } } }';
    expect((await service.ask(query, { id: bindingId }, holder.claims)).data.binding.lastRefusal).toEqual({
      operation: 'RESUME',
      remedies: [{ code: 'TryAgain' }, { code: 'ContactProvider' }, { code: 'ContactSupport' }],
    });
    expect(await codes(bindingId)).toEqual(expect.arrayContaining(['RESUME', 'REPORT_LOST']));
    expect(await codes(bindingId)).not.toContain('REPORT_FOUND');
    expect((await resume(bindingId)).__typename).toBe('ResumeBindingSuccess');
    await settle(service);
    expect(await read(bindingId)).toMatchObject({ status: 'ACTIVE', holds: [] });
  });

  it('is not, where it is reported lost once more', async () => {
    const { bindingId, cardId } = await bind(service, holder);
    await lost({ cardId });
    await settle(service);
    service.providers['seaside-bank'].plan('RESUME', 'REFUSE');
    await found({ cardId });
    await settle(service);
    await lost({ cardId });
    expect(await codes(bindingId)).toContain('REPORT_FOUND');
    expect((await resume(bindingId)).__typename).toBe('TransitionRefusedError');
    expect(await read(bindingId)).toMatchObject({ status: 'SUSPENDED' });
  });
});
