import type { DataSource } from 'typeorm';
import { newId } from '@bindery/kernel';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { ChallengeRow } from '../src/challenges/challenge.entity';
import { listChallengesById, insertChallenge } from '../src/challenges/challenge.repository';
import type { Challenge } from '../src/challenges/challenge.rules';
import { aChallenge } from '../src/challenges/testing/challenge-builder';
import { migrations } from './index';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 6);
const sent = aChallenge({ id: newId('challenge'), purposeKey: '1' });
const unsent = aChallenge({ id: newId('challenge'), purposeKey: '2', sending: null });

describe('challenges that nothing is sent for', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase('verification', async () => 'nothing yet');
    await migrate('up', database.ownerUrl, upToIt);
    dataSource = await createDataSource({ url: database.ownerUrl, entities: [ChallengeRow] }).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const insert = (challenge: Challenge) => insertChallenge(dataSource.manager, challenge);
  const readAll = () => listChallengesById(dataSource.manager, [sent.id, unsent.id]);

  it('are kept beside those that are sent, which alone the version before finds', async () => {
    await insert(sent);
    await insert(unsent);
    expect(await readAll()).toEqual([sent, unsent]);
    await migrate('down', database.ownerUrl, upToIt);
    expect(await dataSource.query('SELECT id, code_salt FROM challenge')).toEqual([{ id: sent.id, code_salt: 'salt' }]);
    await migrate('up', database.ownerUrl, upToIt);
    expect(await readAll()).toEqual([sent]);
  });

  it('are nobody’s who is not signed in, and have no half of a message', async () => {
    const id = newId('challenge');
    const stranger = { accountId: null, subjectId: null, action: 'REGISTER' } as const;
    await expect(insert({ ...unsent, ...stranger, id })).rejects.toThrow('challenge_stranger_reached');
    await insert({ ...unsent, id, purposeKey: '3' });
    const change = (what: string) => dataSource.query(`UPDATE challenge SET ${what} WHERE id = $1`, [id]);
    await expect(change("contact_digest = 'contact'")).rejects.toThrow('challenge_sending_whole');
    await expect(change("message_id = 'sms_1'")).rejects.toThrow('challenge_message_sent');
  });
});
