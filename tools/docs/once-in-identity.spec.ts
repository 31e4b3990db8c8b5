import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../start/start-options';

describe('who takes a plain `once` in identity', () => {
  const files = execFileSync('git', ['ls-files', 'apps/identity/src/*.ts'], { cwd: root })
    .toString()
    .trim()
    .split('\n');

  it('is nobody whose mutation a signed-in person asks: those run by `onceSignedIn`, which looks their session up', () => {
    const taking = files
      .filter((file) => !/\.spec\.ts$|\/testing\//.test(file))
      .filter((file) => /\bonce\b[?]?: Once\b/.test(readFileSync(join(root, file), 'utf8')))
      .map((file) => basename(file))
      .sort();
    // Strangers ask for all but `onceSignedIn` itself: who has a proof, a password or a refresh token.
    expect(taking).toEqual([
      'log-in.ts',
      'once-signed-in.ts',
      'refresh-session.ts',
      'register.ts',
      'reset-password.ts',
    ]);
  });
});
