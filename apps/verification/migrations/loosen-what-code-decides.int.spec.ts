import type { DataSource } from 'typeorm';
import { newId } from '@bindery/kernel';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { ChallengeRow } from '../src/challenges/challenge.entity';
import { insertChallenge } from '../src/challenges/challenge.repository';
import { aChallenge, aSending } from '../src/challenges/testing/challenge-builder';
import { migrations } from './index';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 7);

describe('the table of challenges', () => {
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

  const insert = (purposeKey: string, { sends = 1, wrongAnswers = 0 }) =>
    insertChallenge(
      dataSource.manager,
      aChallenge({ id: newId('challenge'), purposeKey, wrongAnswers, sending: aSending({ sends }) }),
    );

  it('leaves it to the code how often a code is sent and guessed, and still takes no count below the first', async () => {
    await insert('challenge_1', { sends: 4, wrongAnswers: 6 });
    await expect(insert('challenge_2', { sends: 0 })).rejects.toThrow('challenge_sends_check');
    await expect(insert('challenge_2', { wrongAnswers: -1 })).rejects.toThrow('challenge_wrong_answers_check');
  });

  it('keeps such rows when the version before comes back, which takes no more of them', async () => {
    await migrate('down', database.ownerUrl, upToIt);
    expect(await dataSource.manager.count(ChallengeRow)).toBe(1);
    await expect(insert('challenge_2', { sends: 4 })).rejects.toThrow('challenge_sends_check');
    await expect(insert('challenge_2', { wrongAnswers: 6 })).rejects.toThrow('challenge_wrong_answers_check');
    await migrate('up', database.ownerUrl, upToIt);
    await insert('challenge_2', { sends: 4 });
  });
});
