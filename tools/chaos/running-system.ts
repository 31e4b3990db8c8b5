import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEventLog, type Transport } from '@bindery/messaging';
import { createLog } from '@bindery/service';
import { commandFor } from '../start/commands';
import { urlFor } from '../start/data/passwords';
import { isHeld, readRunning } from '../start/data/running';
import { portsFrom, services, type Service } from '../start/topology';

const log = createLog({ service: 'chaos', level: 'silent', format: 'json' });

/** A system that `npm start -- --supervise` runs, as somebody sees it who may read its data folder. */
export interface RunningSystem {
  readonly port: number;
  /** Names of the processes there are. */
  readonly names: readonly string[];
  /** Whether the start command that runs it is still there. */
  isRunning(): boolean;
  /** Sends a signal to a process, or to all of its group; false while it is not there. */
  signal(name: string, signal: NodeJS.Signals, toGroup?: boolean): boolean;
  databaseUrlOf(service: Service): string;
  /** The event log as a service's own user. */
  connectAs(service: Service | 'analytics'): Transport;
}

/** Throws, in words for the person who asks, when faults may not be played there. */
export function findRunningSystem(data: string, port: number): RunningSystem {
  refuseUnsuitable(data, port);
  const pidFile = (name: string) => join(data, 'pids', `${name}.pid`);
  const names = [...services, 'postgres', 'kafka'].filter((name) => existsSync(pidFile(name)));
  const ports = portsFrom(port);
  const urlOf = (database: string, user: Service | 'analytics') =>
    urlFor(data, ports.postgres, database, `${user}_app`);
  const kafkaBrokers = names.includes('kafka') ? [`127.0.0.1:${ports.kafka}`] : undefined;
  return {
    port,
    names,
    isRunning: () => isHeld(data),
    signal(name, signal, toGroup = false) {
      try {
        const pid = Number(readFileSync(pidFile(name), 'utf8'));
        return pid > 1 && process.kill(toGroup ? -pid : pid, signal);
      } catch {
        return false;
      }
    },
    databaseUrlOf: (service) => urlOf(service, service),
    connectAs: (service) =>
      createEventLog(kafkaBrokers ? { kafkaBrokers } : { eventLogUrl: urlOf('event_log', service) }, { service, log }),
  };
}

function refuseUnsuitable(data: string, port: number): void {
  const running = readRunning(data);
  const command = commandFor('npm start', { data, port, supervise: true });
  if (!running) throw new Error(`Nothing runs on ${data}. Start it with: ${command}`);
  if (running.port !== port)
    throw new Error(
      `What runs on ${data} has its gateway at port ${running.port}, not ${port}: --port ${running.port}`,
    );
  if (!running.supervise)
    throw new Error(
      `What runs on ${data} was started without --supervise: the first fault would end it. Stop it and start it with: ${command}`,
    );
}
