import type { Log } from '../log';
import { endProgram } from './run-program';

/** A part of a running program. Parts start in the order given and stop in the reverse. */
export interface Component {
  readonly name: string;
  /** Resolves when the part does its work. */
  start(): Promise<void>;
  /** Takes no new work, finishes what it has begun, then resolves. */
  stop(): Promise<void>;
}

export interface ServiceOptions {
  readonly log: Log;
  readonly components: readonly Component[];
  /** After so long a stop is given up and the process exits with 1. Kubernetes kills after 30 s. */
  readonly stopTimeoutMs?: number;
}

/**
 * Runs a program until it is told to stop: SIGTERM, SIGINT, or the end of the parent that forked it.
 * A part that fails to start, or an error nobody caught, stops all parts and ends the process with code 1.
 */
export async function runService({ log, components, stopTimeoutMs = 25_000 }: ServiceOptions): Promise<void> {
  const started: Component[] = [];
  let stopping = false;

  async function stop(reason: string, exitCode: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.fatal('a part did not stop in time');
      process.exit(1);
    }, stopTimeoutMs).unref();
    for (const component of started.reverse()) {
      await component
        .stop()
        .catch((error: unknown) => log.error({ err: error, component: component.name }, 'did not stop cleanly'));
    }
    log.info('stopped');
    process.exit(exitCode);
  }

  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('SIGINT', () => void stop('SIGINT', 0));
  process.on('disconnect', () => void stop('parent is gone', 0));
  process.off('uncaughtException', endProgram).off('unhandledRejection', endProgram);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    void stop('uncaught exception', 1);
  });
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection');
    void stop('unhandled rejection', 1);
  });

  for (const component of components) {
    if (stopping) return;
    try {
      started.push(component);
      await component.start();
      log.debug({ component: component.name }, 'started');
    } catch (error) {
      log.fatal({ err: error, component: component.name }, 'did not start');
      return stop(`${component.name} did not start`, 1);
    }
  }
  log.info('started');
}
