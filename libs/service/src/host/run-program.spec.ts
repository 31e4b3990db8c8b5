import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');

/** What a program says whose main function is this text. */
const run = (main: string) =>
  spawnSync(
    process.execPath,
    [
      '-r',
      join(root, 'tools/runtime/register.cjs'),
      '-e',
      `const { runProgram, ConfigError } = require('./libs/service/src/index.ts');
       const fail = () => { throw Object.assign(new Error('no luck with +8613800138000'), { parameters: ['I agree'], detail: 'I agree' }); };
       runProgram(async () => { ${main} });`,
    ],
    { cwd: root, encoding: 'utf8' },
  );

describe('a program that cannot go on', () => {
  it.each([
    ['its main function throws', 'fail();'],
    [
      'something throws that nobody waits for',
      'setTimeout(fail, 1); await new Promise(() => setTimeout(() => {}, 5000));',
    ],
    [
      'a promise is rejected that nobody waits for',
      'void (async () => fail())(); await new Promise(() => setTimeout(() => {}, 5000));',
    ],
  ])('ends with 1 and tells why, and nothing that the error carries: %s', (_what, main) => {
    const { status, stderr, stdout } = run(main);
    expect(status).toBe(1);
    expect(stderr).toBe('Error: no luck with [digits]\n');
    expect(stdout).toBe('');
  });

  it('tells all of what is wrong with its configuration', () => {
    const { stderr } = run("throw new ConfigError('not complete:\\n  PORT: 100000 is too much');");
    expect(stderr).toBe('not complete:\n  PORT: 100000 is too much\n');
  });
});
