import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import type { Challenge } from '../src/challenges/challenge.rules';
import { aChallenge } from '../src/challenges/testing/challenge-builder';
import { ChallengeRow } from '../src/challenges/challenge.entity';
import { migrations } from './index';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 5);

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

  const insert = (id: string, changes: Partial<Challenge>) =>
    dataSource.manager.insert(ChallengeRow, { ...aChallenge({ id, purposeKey: id }), ...changes } as ChallengeRow);

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
