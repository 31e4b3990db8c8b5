import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { defaultDataFolder } from '../start/start-options';
import { portsFrom, urlOf } from '../start/topology';
import { strike } from './faults';
import { startLoad } from './load';
import { findRunningSystem } from './running-system';
import { createSeededRandom } from './seeded-random';
import { judge } from './verdict';

interface ChaosOptions {
  readonly faults: string;
  readonly seed: string;
  readonly data: string;
  readonly port: string;
}

/** The catalogue's bound for coming to rest after the last fault. */
const restWithinMs = 60_000;

/** Faults under load, then the verdict. Exit code 1 when anything was lost, out of order or left undone. */
async function main(): Promise<number> {
  const options = new Command('npm run chaos --')
    .description('Plays random faults against a system that runs with npm start -- --supervise, and says what became of its events.')
    .option('--faults <count>', 'how many', '200')
    .option('--seed <number>', 'the same seed chooses the same faults', String(Date.now() % 1e6))
    .option('--data <folder>', 'data folder of the running system', defaultDataFolder())
    .option('--port <port>', 'port of its gateway', '4000')
    .parse()
    .opts<ChaosOptions>();
  const system = findRunningSystem(options.data, Number(options.port));
  const random = createSeededRandom(Number(options.seed));
  const load = startLoad(system.port, 6);
  const begun = performance.now();
  for (let fault = 1; fault <= Number(options.faults); fault++) {
    console.log(`${String(fault).padStart(4)}  ${await strike(system, random)}`);
    await pause(200 + random() * 1_500);
  }
  await untilReady(system.port);
  const counts = await load.stop();
  const rested = performance.now();
  const { events, effects, wrong } = await judge(system, restWithinMs);
  const seconds = (from: number) => ((performance.now() - from) / 1_000).toFixed(0);
  console.log(`\n${options.faults} faults, seed ${options.seed}, ${seconds(begun)} s; Node ${process.versions.node}, ${cpus().length} cores, ${system.names.includes('kafka') ? 'Kafka' : 'PostgreSQL'}, ${new Date().toISOString()}`);
  console.log(`steps of holders answered: ${counts.done}, refused or cut off: ${counts.failed}; events ${events}, effects ${effects}; judged ${seconds(rested)} s after the last fault`);
  for (const line of wrong.slice(0, 50)) console.log(`  ✗ ${line}`);
  console.log(wrong.length ? `Verdict: ${wrong.length} things are wrong.` : 'Verdict: nothing lost, nothing out of order, no dead letters.');
  return wrong.length ? 1 : 0;
}

async function untilReady(port: number): Promise<void> {
  const ports = portsFrom(port);
  const urls = [ports.gateway, ports.identity, ports.binding, ports.verification, ports.notification].map((each) => `${urlOf(each)}/health/ready`);
  for (const deadline = Date.now() + restWithinMs; Date.now() < deadline; await pause(250)) {
    const ready = await Promise.all(urls.map((url) => fetch(url, { signal: AbortSignal.timeout(2_000) }).then((response) => response.ok, () => false)));
    if (ready.every(Boolean)) return;
  }
  throw new Error('the system was not ready within 60 s after the last fault');
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
