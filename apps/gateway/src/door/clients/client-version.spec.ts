import { isOlder, isStaff, provenClient, readClientVersion } from './client-version';

describe('the version of a client app', () => {
  it.each([
    ['1.9.9', '1.10', true],
    ['1.10', '1.9.9', false],
    ['2', '2.0.0', false],
    ['1.0.0-beta', '1.0.0', false],
    ['', '1', true],
    [undefined, '1', true],
    ['latest', '1.0', true],
    ['9'.repeat(64), '1.0', false],
  ])('%s is older than %s: %s', (version, minimum, older) => expect(isOlder(version, minimum)).toBe(older));

  it('counts only with the name it came with: the token knows the app', () => {
    expect(provenClient({ app: 'ios', version: '9.0' }, { app: 'ios' }, [])).toEqual({ app: 'ios', version: '9.0' });
    expect(provenClient({ app: 'other', version: '9.0' }, { app: 'ios' }, [])).toEqual({ app: 'ios' });
    expect(provenClient({ version: '9.0' }, { app: 'ios' }, [])).toEqual({ app: 'ios', version: '9.0' });
    expect(provenClient({ app: 'web', version: '1.0' }, undefined, [])).toEqual({ app: 'web', version: '1.0' });
  });

  it('is none for an app of our own people without a token that was given to one of them', () => {
    const staffApps = ['ops-console'];
    const claimed = { app: 'ops-console', version: '1.0' };
    for (const token of [undefined, { app: 'ops-console' }]) {
      expect(provenClient(claimed, token, staffApps)).toEqual({});
      expect(isStaff(token, staffApps)).toBe(false);
    }
    expect(provenClient(claimed, { app: 'ios' }, staffApps)).toEqual({ app: 'ios' });
    expect(isStaff({ app: 'ios', staffRoles: ['OPERATOR'] }, staffApps)).toBe(false);
    expect(isStaff({ app: 'ops-console', staffRoles: ['OPERATOR'] }, [])).toBe(false);
    expect(provenClient(claimed, { app: 'ops-console', staffRoles: ['OPERATOR'] }, staffApps)).toEqual(claimed);
    expect(isStaff({ app: 'ops-console', staffRoles: ['OPERATOR'] }, staffApps)).toBe(true);
  });

  it('is cut to plain characters before it is signed or logged', () => {
    expect(
      readClientVersion({
        'apollographql-client-name': 'web <script>',
        'apollographql-client-version': '9'.repeat(500),
      }),
    ).toEqual({ app: 'webscript', version: '9'.repeat(64) });
  });
});
