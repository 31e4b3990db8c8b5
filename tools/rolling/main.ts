import { cpus, loadavg } from 'node:os';
import { createCommand } from '../command-line/create-command';
import { atLeastOne } from '../command-line/readers';
import { rollRestarts } from './roll';

/** Rolling restarts under load; exit code 1 when a request was dropped or a write happened twice or not at all. */
async function main(): Promise<number> {
  const command = createCommand('npm run rolling --')
    .description('Restarts gateways and subgraphs in turn, under load.')
    .option('--restarts <count>', 'how many', atLeastOne, 50)
    .parse();
  const began = performance.now();
  const { restarts, answered, written, dropped, writtenTwice, lost } = await rollRestarts(
    command.opts<{ restarts: number }>().restarts,
    console.log,
  );
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(
    `\n${restarts} restarts in ${seconds} s; Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${new Date().toISOString()}`,
  );
  console.log(
    `${answered} answered, ${written} of them writes; ${dropped.length} dropped, ${writtenTwice.length} written twice, ${lost.length} acknowledged and lost`,
  );
  for (const line of dropped.slice(0, 20)) console.log(`  ✗ ${line}`);
  return dropped.length + writtenTwice.length + lost.length > 0 ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
