import { unwrap } from '@bindery/kernel';
import { passNameMax, readPass } from './pass.rules';

const read = (holderName: string, code = 'apple-wallet') =>
  readPass({ holderName }, { code, sites: null, elements: [] });

describe('a pass', () => {
  it('bears a name as typed, but for its spaces', () => {
    expect(unwrap(read('  王  小明 ')).entered).toEqual({ kind: 'PASS', holderName: '王 小明' });
  });

  it('is one for an account and provider, whatever name it bears', () => {
    const identityOf = (name: string, code?: string) => unwrap(read(name, code)).identity.reveal();
    expect(identityOf('Li Mei')).toBe(identityOf('Mei'));
    expect(identityOf('Li Mei', 'another')).not.toBe(identityOf('Li Mei'));
  });

  it.each([
    ['nothing', '', 'REQUIRED'],
    ['spaces', ' \u3000 ', 'REQUIRED'],
    ['what cannot be stored', 'Mei\0', 'CHARACTERS'],
    ['more than fits', 'x'.repeat(passNameMax + 1), 'TOO_LONG'],
  ])('refuses %s as a name', (_what, name, rule) => {
    expect(read(name)).toMatchObject({ ok: false, error: { field: 'card.pass.holderName', rule } });
  });
});
