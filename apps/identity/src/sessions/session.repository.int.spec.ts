import type { Session } from './session.rules';
import { newHolder } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';
import { findSession, saveSessionEnded, saveSessionRotated } from './session.repository';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const next = (refreshHash: string) => ({ refreshHash, rotatedBy: 'a key', now: service.clock.now() });

describe('saveSessionRotated', () => {
  it('turns a session once from where it was read: a late one never turns it back', async () => {
    const { viewer } = await newHolder(service);
    const { manager } = service.composed.dataSource;
    const read = async () => (await findSession(manager, viewer.sessionId)) as Session;
    const first = await read();
    expect(await saveSessionRotated(manager, first, next('second'))).toBe(true);
    expect(await saveSessionRotated(manager, await read(), next('third'))).toBe(true);
    expect(await saveSessionRotated(manager, first, next('late'))).toBe(false);
    expect(await read()).toMatchObject({ generation: 3, refreshHash: 'third' });
  });

  it('does not turn a session that was ended meanwhile', async () => {
    const { viewer } = await newHolder(service);
    const { manager } = service.composed.dataSource;
    const read = (await findSession(manager, viewer.sessionId)) as Session;
    expect(await saveSessionEnded(manager, read.id, 'LOGGED_OUT', service.clock.now())).toBe(true);
    expect(await saveSessionRotated(manager, read, next('next'))).toBe(false);
    expect(await saveSessionEnded(manager, read.id, 'PASSWORD_RESET', service.clock.now())).toBe(false);
  });
});
