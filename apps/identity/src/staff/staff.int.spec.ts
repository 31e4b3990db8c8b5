import type { StaffRole } from '@bindery/trust';
import { decodeJwt } from 'jose';
import { withStaffDesk } from '../open-staff-desk';
import { eventsOf, mutate, newHolder, newPhone, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';
import type { StaffDesk } from '.';

const CONTACT_KEYS = JSON.stringify({ first: Buffer.alloc(32, 7).toString('base64') });
const CONTACT_LOOKUP_KEY = Buffer.alloc(32, 9);
let service: TestIdentity;
beforeAll(async () => {
  service = await startTestIdentity({ CONTACT_KEYS, CONTACT_LOOKUP_KEY: CONTACT_LOOKUP_KEY.toString('base64') });
});
afterAll(() => service.stop());

/** As the command does, with connections of its own. */
const atDesk = <T>(work: (desk: StaffDesk) => Promise<T>) =>
  withStaffDesk({ DATABASE_URL: service.databaseUrl, CONTACT_KEYS, CONTACT_LOOKUP_KEY }, work);

const rolesIn = (token: string | undefined) => decodeJwt<{ staff?: StaffRole[] }>(token ?? '').staff;
const by = 'root';

describe('a role of our own people', () => {
  it('is granted to an account by id or phone, and stands in the tokens it gets from then on', async () => {
    const { phone, viewer, refreshToken, accessToken } = await newHolder(service);
    expect(rolesIn(accessToken)).toBeUndefined();
    const { accountId } = viewer;
    await atDesk(async (desk) => {
      expect(await desk.findAccount(phone)).toBe(accountId);
      expect(await desk.findAccount(accountId)).toBe(accountId);
      expect(await desk.grant({ accountId, role: 'REVIEWER', by })).toEqual({ ok: true, value: null });
      expect(await desk.grant({ accountId, role: 'OPERATOR', by })).toEqual({ ok: true, value: null });
      expect(await desk.grant({ accountId, role: 'OPERATOR', by })).toEqual({
        ok: false,
        error: { kind: 'ROLE_HELD_ALREADY' },
      });
    });
    const refreshed = await mutate(service, 'refreshSession', { refreshToken });
    expect(rolesIn(refreshed.accessToken)).toEqual(['OPERATOR', 'REVIEWER']);
    expect(rolesIn((await signIn(service, phone)).accessToken)).toEqual(['OPERATOR', 'REVIEWER']);
  });

  it('is for accounts that there are', () =>
    atDesk(async (desk) => {
      expect(await desk.findAccount(newPhone())).toBeUndefined();
      expect(await desk.findAccount('somebody')).toBeUndefined();
      const accountId = 'account_01h455vb4pex5vsknk084sn02q' as Parameters<StaffDesk['grant']>[0]['accountId'];
      expect(await desk.grant({ accountId, role: 'AGENT', by })).toMatchObject({ error: { kind: 'NO_SUCH_ACCOUNT' } });
      expect(await desk.revoke({ accountId, role: 'AGENT', by })).toMatchObject({ error: { kind: 'NO_SUCH_ACCOUNT' } });
    }));

  it('is taken with every session of the account, so that tokens given before are worth nothing', async () => {
    const { phone, viewer, refreshToken } = await newHolder(service);
    const { accountId } = viewer;
    const bystander = await newHolder(service);
    await atDesk((desk) => desk.grant({ accountId, role: 'AGENT', by }));
    const other = await signIn(service, phone);
    expect(await atDesk((desk) => desk.revoke({ accountId, role: 'OPERATOR', by }))).toEqual({
      ok: false,
      error: { kind: 'ROLE_NOT_HELD' },
    });
    expect(await atDesk((desk) => desk.revoke({ accountId, role: 'AGENT', by }))).toEqual({ ok: true, value: 2 });
    const ended = (await eventsOf(service, accountId)).filter(({ type }) => type.endsWith('session-ended.v1'));
    expect(ended.map(({ data }) => [data.sessionId, data.cause]).sort()).toEqual(
      [viewer.sessionId, other.viewer.sessionId].sort().map((id) => [id, 'STAFF_ROLE_REVOKED']),
    );
    expect((await mutate(service, 'refreshSession', { refreshToken })).__typename).toBe('SessionEndedError');
    expect(rolesIn((await signIn(service, phone)).accessToken)).toBeUndefined();
    expect(
      (await mutate(service, 'refreshSession', { refreshToken: bystander.refreshToken })).accessToken,
    ).toBeDefined();
  });

  it('is kept in mind with who gave and took it, and can be given again', async () => {
    const { viewer } = await newHolder(service);
    const { accountId } = viewer;
    const grants = await atDesk(async (desk) => {
      await desk.grant({ accountId, role: 'AGENT', by: 'ann' });
      await desk.revoke({ accountId, role: 'AGENT', by: 'ben' });
      await desk.grant({ accountId, role: 'AGENT', by: 'ann' });
      return (await desk.listGrants()).filter((grant) => grant.accountId === accountId);
    });
    expect(grants).toMatchObject([
      { role: 'AGENT', grantedBy: 'ann', revokedBy: 'ben' },
      { role: 'AGENT', grantedBy: 'ann', revokedBy: null, revokedAt: null },
    ]);
    await expect(service.sql("UPDATE staff_role SET role = 'OPERATOR'")).rejects.toThrow(/permission denied/);
    await expect(service.sql('DELETE FROM staff_role')).rejects.toThrow(/permission denied/);
  });

  it('goes to one of two grants at once', async () => {
    const { viewer } = await newHolder(service);
    const grant = () => atDesk((desk) => desk.grant({ accountId: viewer.accountId, role: 'OPERATOR', by }));
    const outcomes = await Promise.all([grant(), grant(), grant()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
