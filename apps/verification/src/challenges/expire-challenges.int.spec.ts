import { eventually } from '@bindery/testing';
import { aHolder, answer, codeIn, eventsOf, readChallenge, smsTo, startBind, wrongCode } from '../testing/operations';
import { startVerification, type RunningVerification } from '../testing/start-verification';
import { expiryJobs } from './expiry.jobs';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification()));
afterAll(() => service.stop());

const enqueueExpiry = () =>
  service.composed.dataSource.transaction((tx) => expiryJobs.enqueue(tx, 'expire-challenges', {}));
const challengeIds = async (): Promise<string[]> =>
  (await service.sql<{ id: string }>('SELECT id FROM challenge')).map(({ id }) => id);

describe('expire-challenges', () => {
  it('records the end of what was not answered in time, once, and leaves the rest', async () => {
    const holder = await aHolder(service);
    const answered = await startBind(service, holder);
    await answer(service, answered.id, codeIn(await smsTo(service, holder.phone)), holder.claims);
    const overdue = await startBind(service, holder);
    service.clock.advance(300_000);
    const fresh = await startBind(service, holder);
    await enqueueExpiry();
    await eventually(async () =>
      expect((await eventsOf(service, overdue.id)).map(({ type, sequence }) => [type, sequence])).toEqual([
        ['bindery.challenge.started.v1', 1],
        ['bindery.challenge.expired.v1', 2],
      ]),
    );
    expect((await eventsOf(service, answered.id)).map(({ type }) => type)).toEqual([
      'bindery.challenge.started.v1',
      'bindery.proof.granted.v1',
    ]);
    expect((await readChallenge(service, fresh.id, holder.claims)).state).toBe('PENDING');
    await enqueueExpiry();
    await eventually(async () =>
      expect(
        await service.sql("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'expire-challenges'"),
      ).toEqual([]),
    );
    expect(await eventsOf(service, overdue.id)).toHaveLength(2);
  });
});

describe('prune', () => {
  it('deletes challenges after a week, long after they counted', async () => {
    const holder = await aHolder(service);
    const { id } = await startBind(service, holder);
    await answer(service, id, wrongCode(codeIn(await smsTo(service, holder.phone))), holder.claims);
    service.clock.advance(6 * 86_400_000);
    const recent = await startBind(service, holder);
    await service.runJob('prune');
    // The database lets go of rows that are old by its own clock.
    await service.sqlAsOwner("UPDATE challenge SET started_at = started_at - interval '7 days' WHERE id <> $1", [
      recent.id,
    ]);
    service.clock.advance(86_400_001);
    await service.runJob('prune');
    expect(await challengeIds()).toEqual([recent.id]);
  });
});
