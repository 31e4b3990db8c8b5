import { commandFor } from './commands';
import type { DemoAccount } from './demo-accounts';
import { urlOf, type Ports } from './topology';

const column = 32;

/** What to do, and beside it why; under it where it is too long for its column. */
const toColumns = (rows: readonly (readonly [string, string])[]): string[] =>
  rows.flatMap(([what, why]) =>
    what.length < column - 1 ? [`    ${what.padEnd(column)}${why}`] : [`    ${what}`, `    ${''.padEnd(column)}${why}`],
  );

/** What a newcomer needs to know now, on one screen. */
export function toBoard(ports: Ports, data: string, accounts: readonly DemoAccount[], seconds: number): string {
  const local = (port: number) => urlOf(port).replace('127.0.0.1', 'localhost');
  const demo = commandFor('npm run demo', { port: ports.gateway, data });
  return [
    '',
    `  Bindery is running (${seconds.toFixed(1)} s).                                  Ctrl-C stops all of it.`,
    '',
    `  GraphQL endpoint     ${local(ports.gateway)}/graphql`,
    `  Explorer (GraphiQL)  ${local(ports.gateway)}/explorer`,
    `  Caught SMS and mail, doors, payment terminal`,
    `                       ${local(ports['provider-simulator'])}/`,
    '',
    '  Demo accounts        phone             password',
    ...accounts.map(({ name, phone, password, role = '' }) =>
      `    ${name.padEnd(18)} ${phone.padEnd(17)} ${password.padEnd(25)} ${role}`.trimEnd(),
    ),
    '',
    '  Try next',
    ...toColumns([
      [demo, 'a card goes through its life, told step by step'],
      ['the explorer', 'log in as a demo account and run the Home query'],
      ['README.md', 'the first query to paste, and where things stand'],
      ['docs/bind-by-hand.md', 'every kind of card, and what our own people do'],
    ]),
    '',
    `  Data and logs        ${data}`,
    '',
  ].join('\n');
}
