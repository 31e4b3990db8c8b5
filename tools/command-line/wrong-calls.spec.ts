import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Calls a command as `npm run` does. */
function call(main: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', './tools/runtime/register.cjs', `tools/${main}`, ...args],
    { cwd: root, encoding: 'utf8', env: { ...process.env, KAFKA_BROKERS: '' } },
  );
  return { status, stdout, stderr };
}

const port = /whole number from 1024 to 65000/;
const services = /identity, binding, verification, notification/;
const url = /postgres:\/\/user:password@host/;

describe('a wrong call', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['start/main.cjs', ['--port', 'abc'], port],
    ['start/main.cjs', ['--port', '1e4'], port],
    ['start/main.cjs', ['--port', '80'], port],
    ['start/main.cjs', ['--port', '5900'], /Browsers refuse port 6000, .* Try 6100/],
    ['start/main.cjs', ['--prot', '5000'], /--port <port>, --data <folder>, --reset/],
    ['start/main.cjs', ['--without-consumers-of', 'billing'], services],
    ['start/main.cjs', ['now'], /too many arguments/],
    ['demo/main.ts', ['--lang', 'fr'], /choices are en, zh/],
    ['demo/main.ts', ['--port', ''], port],
    ['sandbox-clock/main.ts', ['--advance', '30 days'], /PT1H, P30D or P1Y/],
    ['sandbox-clock/main.ts', ['--to', 'tomorrow'], /2027-01-31T09:00:00Z/],
    ['sandbox-clock/main.ts', ['--advance', 'P1D', '--to', '2027-01-31T09:00:00Z'], /not both/],
    ['sandbox-clock/main.ts', ['--back', 'P1D'], /--advance <duration>, --to <moment>/],
    ['dead-letters/main.ts', ['list', '--service', 'binding', '--port', 'abc'], port],
    ['dead-letters/main.ts', ['list', '--service', 'billing'], services],
    ['dead-letters/main.ts', ['list'], /--service <name>/],
    ['dead-letters/main.ts', ['show', '--service', 'binding', 'twelve'], /whole number/],
    ['dead-letters/main.ts', ['replay', '--service', 'binding', '1', '-x'], /Options: --service <name>/],
    ['dead-letters/main.ts', ['list', '--service', 'binding', '--database-url', 'localhost'], url],
    ['dead-letters/main.ts', ['lst'], /list/],
    ['rotate-passwords/main.ts', ['--dta', 'x'], /--data <folder>/],
    ['staff/main.ts', ['grant', '+8613800138000', 'KING'], /OPERATOR, AGENT, REVIEWER/],
    ['staff/main.ts', ['grant', '+8613800138000'], /missing required argument 'role'/],
    ['staff/main.ts', ['make'], /Commands: grant, revoke, list/],
    ['replay/main.ts', ['--service', 'binding', '--from', 'yesterday'], /A time looks like/],
    ['replay/main.ts', ['--service', 'binding', '--from', 'start', '--topic', 'bindery.billing'], /bindery\.identity/],
    ['replay/main.ts', ['--service', 'binding', '--from', 'start', '--port', '0x1388'], port],
    ['replay/main.ts', ['--service', 'binding', '--from', 'start', '--kafka-brokers', 'here'], /host:port/],
    ['docker/compose-secrets.ts', ['--brokers', '2'], /choices are 1, 3/],
    ['docker/compose-secrets.ts', ['--port', '-1'], port],
    ['kafka/topics.ts', ['look'], /choices are check, apply/],
    ['kafka/topics.ts', ['check'], /--brokers host:port/],
    ['kafka/topics.ts', ['check', '--brokers', 'host:port'], /host:port/],
    ['chaos/main.ts', ['--faults', '0'], /whole number from 1/],
    ['chaos/main.ts', ['--seed', '1.5'], /whole number from 0/],
    ['races/main.ts', ['--rounds', '0'], /whole number from 1/],
    ['races/main.ts', ['--only', 'marathon'], /choices are unbind, restore-rebind/],
    ['rolling/main.ts', ['--restarts', 'many'], /whole number from 1/],
    ['bench/main.ts', ['speed'], /There is no benchmark speed/],
    ['bench/main.ts', ['gateway', '--before', '/nowhere'], /no such file or folder/],
    ['generate/main.ts', ['--only', 'apps/billing'], /apps\/identity/],
    ['schema/main.ts', ['diff', '--today', '2026-02-30'], /A day looks like/],
    ['test/main.ts', ['unit'], /Stages: format/],
    ['docs/main.ts', ['NOTHING.md'], /no such file/],
    ['generators/main.ts', ['consumer', 'binding', 'bindery.card.used.v1'], /--room <room>/],
    ['generators/main.ts', ['feature', 'billing', 'goal'], /billing/],
    ['generators/check/main.ts', ['--port', '99999'], port],
    ['generators/check/main.ts', ['--port', '5900'], /Browsers refuse port 6000/],
  ])('npm run … %s %p does nothing, ends with 2 and says what is allowed', (main, args, words) => {
    const { status, stdout, stderr } = call(main, args);
    expect(stderr).toMatch(words);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('is none where help is asked for', () => {
    expect(call('start/main.cjs', ['--help'])).toMatchObject({ status: 0, stderr: '' });
  });
});
