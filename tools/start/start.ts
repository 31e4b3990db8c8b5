import { bringUp } from './bring-up';
import { toBoard } from './board';
import { withGiven } from './commands';
import { takeDataFolder } from './data/data-folder';
import type { FolderLock } from './data/folder-lock';
import { makePrivateFiles } from './data/private-files';
import { writeRunning } from './data/running';
import { checkPortsFree } from './free-ports';
import { createProcesses } from './processes/processes';
import { createProgress } from './progress';
import { StartError } from './start-error';
import { readStartOptions, type StartOptions } from './start-options';
import { portsFrom } from './topology';

/** Starts everything, shows the board, waits for Ctrl-C, stops everything. Answers the exit code. */
export async function start(argv: readonly string[]): Promise<number> {
  const options = readStartOptions(argv);
  makePrivateFiles();
  const ports = portsFrom(options.port);
  const stopAsked = whenToldToStop();
  const progress = createProgress(process.stdout);
  const processes = createProcesses(options.data, (words) => console.log(`  ${new Date().toISOString()} ${words}`));
  let lock: FolderLock | undefined;
  let exitCode = 0;
  try {
    lock = await progress.step('Data folder and ports', (note) =>
      takeDataFolder(options, (afterCrash) => {
        if (afterCrash) note('waiting for the end of a start that was killed');
        return checkPortsFree(ports, { kafka: options.kafka, afterCrash });
      }),
    );
    writeRunning(options.data, options);
    const up = bringUp(options, ports, processes, progress);
    const outcome = await Promise.race([up, stopAsked, processes.failure]);
    if (outcome !== 'stop') {
      console.log(toBoard(ports, options.data, outcome, performance.now() / 1000));
      if (options.supervise) processes.keepAlive();
      await Promise.race([stopAsked, processes.failure]);
    }
    progress.end();
    console.log('\nStopping …');
  } catch (error) {
    exitCode = 1;
    progress.end();
    console.error(toWords(error, options));
  }
  // Without the folder nothing was started, and what runs on it is somebody else's.
  if (!lock) return exitCode;
  await processes.stopAll();
  lock.release();
  console.log('Stopped. Nothing is left running.');
  return exitCode;
}

/** Ctrl-C, a polite kill, or the end of the terminal. A second one ends this process at once; the children then stop by themselves. */
function whenToldToStop(): Promise<'stop'> {
  // Whoever read the output may be gone; that is no reason to leave the children without their orderly stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve('stop'));
  });
}

function toWords(error: unknown, options: StartOptions): string {
  if (error instanceof StartError) return `\n${error.message}\n→ ${withGiven(error.remedy, options)}`;
  return `\nThe start failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
