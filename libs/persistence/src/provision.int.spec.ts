import { ensureRole, withClient } from './provision';

describe('a login of a service', () => {
  const role = 'provisioned_app';
  const url = process.env.TEST_POSTGRES_URL ?? '';
  afterAll(() => withClient(url, (admin) => admin.query(`DROP ROLE IF EXISTS ${role}`)));

  it('is made, and has its password set, by as many as start at the same time', async () => {
    const starting = Array.from({ length: 20 }, () =>
      withClient(url, (admin) => ensureRole(admin, role, 'secret-of-the-service')),
    );
    expect((await Promise.allSettled(starting)).filter(({ status }) => status === 'rejected')).toEqual([]);
  });
});
