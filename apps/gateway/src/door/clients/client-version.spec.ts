import { isOlder, provenClient, readClientVersion } from './client-version';

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
    expect(provenClient({ app: 'ios', version: '9.0' }, 'ios')).toEqual({ app: 'ios', version: '9.0' });
    expect(provenClient({ app: 'other', version: '9.0' }, 'ios')).toEqual({ app: 'ios' });
    expect(provenClient({ version: '9.0' }, 'ios')).toEqual({ app: 'ios', version: '9.0' });
    expect(provenClient({ app: 'web', version: '1.0' }, undefined)).toEqual({ app: 'web', version: '1.0' });
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
