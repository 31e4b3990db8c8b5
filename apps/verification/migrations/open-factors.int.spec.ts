import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import { aChallenge } from '../src/challenges/testing/challenge-builder';
import { ChallengeRow } from '../src/challenges/challenge.entity';
import { migrations } from './index';

/** What comes after it is none of its business. */
const upToIt = migrations.slice(0, 4);

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

  const insert = (id: string, factor: string) =>
    dataSource.manager.insert(ChallengeRow, { ...aChallenge({ id, purposeKey: id }), factor } as ChallengeRow);
  const factors = async () =>
    (await dataSource.manager.find(ChallengeRow, { order: { id: 'ASC' } })).map(({ factor }) => factor);

  it('takes a factor that the code alone knows, and keeps its rows when the version before comes back', async () => {
    await insert('challenge_1', 'TOTP');
    await migrate('down', database.ownerUrl, upToIt);
    expect(await factors()).toEqual(['TOTP']);
    await expect(insert('challenge_2', 'TOTP')).rejects.toThrow('challenge_factor_check');
    await insert('challenge_2', 'SMS_CODE');
    await migrate('up', database.ownerUrl, upToIt);
    await insert('challenge_3', 'TOTP');
    expect(await factors()).toEqual(['TOTP', 'SMS_CODE', 'TOTP']);
  });
});
