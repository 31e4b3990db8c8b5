import { randomUUID } from 'node:crypto';
import type { Id } from '@bindery/kernel';
import { mutate, newHolder, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

const eventsOf = (accountId: Id<'account'>): Promise<{ type: string; data: Record<string, unknown> }[]> =>
  service.composed.dataSource
    .query(`SELECT headers ->> 'ce_type' AS type, value FROM outbox_events WHERE key = $1 ORDER BY position`, [
      accountId,
    ])
    .then((rows: { type: string; value: string }[]) =>
      rows.map(({ type, value }) => ({ type, data: JSON.parse(value) })),
    );

describe('reportEmergency', () => {
  it('ends every other session and tells of the device in one transaction, once for its key', async () => {
    const { viewer, phone } = await newHolder(service);
    const other = (
      await signIn(service, phone, {
        device: { name: 'Old phone', platform: 'ANDROID', installationId: 'installation-2' },
      })
    ).viewer;
    const input = { idempotencyKey: randomUUID(), lostDeviceId: other.deviceId };
    const answer = await mutate(service, 'reportEmergency', input, viewer);
    expect(answer).toMatchObject({
      __typename: 'ReportEmergencySuccess',
      endedSessionCount: 1,
      lostDevice: { id: other.deviceId },
      account: { sessions: { edges: [{ node: { id: viewer.sessionId } }] } },
    });
    expect(await mutate(service, 'reportEmergency', input, viewer)).toEqual(answer);
    const told = (await eventsOf(viewer.accountId)).filter(({ type }) => type.includes('emergency'));
    expect(told).toEqual([
      {
        type: 'bindery.account.emergency-reported.v1',
        data: expect.objectContaining({ lostDeviceId: other.deviceId, endedSessions: 1 }),
      },
    ]);
  });

  it('lists what to check in words, with what there was lately', async () => {
    const { viewer } = await newHolder(service);
    const { checks } = (await mutate(service, 'reportEmergency', {}, viewer)) as unknown as {
      checks: { code: string; title: string; text: string; count: number | null }[];
    };
    expect(checks.map(({ code }) => code).slice(0, 3)).toEqual(['CHANGE_PASSWORD', 'LOGINS', 'CONTACTS']);
    expect(checks.find(({ code }) => code === 'CONTACTS')?.count).toBe(1);
    for (const { title, text } of checks) expect(`${title} ${text}`).not.toMatch(/[{}]/);
  });

  it('takes neither this device nor one that is not the account’s', async () => {
    const [mine, theirs] = [await newHolder(service), await newHolder(service)];
    const report = (lostDeviceId: string) => mutate(service, 'reportEmergency', { lostDeviceId }, mine.viewer);
    expect(await report(mine.viewer.deviceId)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'lostDeviceId',
    });
    for (const id of [theirs.viewer.deviceId, 'device_01h455vb4pex5vsknk084sn02q', 'x'])
      expect(await report(id)).toMatchObject({ __typename: 'NotFoundError', argument: 'lostDeviceId' });
  });
});
