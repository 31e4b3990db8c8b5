import { createHash } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log, Metrics } from '@bindery/service';
import type { SupergraphSource, TakeOver } from '../execution/supergraph-gateway';
import { createSupergraphMetrics } from './supergraph-metrics';

export interface SupergraphFileOptions {
  readonly path: string;
  /** The file is looked at so often, whether or not its folder could be watched. */
  readonly pollMs: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Writers do not write in one go; after the first sign the file is left alone for so long. */
const settleMs = 50;

/**
 * The composed graph in a file, taken over while requests go on: at a change of its folder, at SIGHUP, and at each
 * poll, since a mounted ConfigMap or a network drive tells of no change. A broken one is refused once, with a line in
 * the log and a metric, and the one before goes on serving; only at the start there is none before, so it throws.
 */
export function supergraphFile(options: SupergraphFileOptions): SupergraphSource {
  return {
    async follow(takeOver) {
      const sdl = await readFile(options.path, 'utf8');
      const taken = await takeOver(sdl);
      if (!taken.ok) throw new Error(`${options.path}: ${taken.error.reason}`);
      const follower = new Follower(options, takeOver, sdl);
      return () => follower.stop();
    },
  };
}

class Follower {
  private readonly measured: ReturnType<typeof createSupergraphMetrics>;
  private readonly poll: NodeJS.Timeout;
  private readonly watcher?: FSWatcher;
  private settling?: NodeJS.Timeout;
  /** The work on the text before; one after the other, so that the last one stays. */
  private taking: Promise<void> = Promise.resolve();
  private readonly onHangUp = () => void this.look();

  constructor(
    private readonly options: SupergraphFileOptions,
    private readonly takeOver: TakeOver,
    private seen: string,
  ) {
    this.measured = createSupergraphMetrics(options.metrics);
    this.measured.loadedAt.setToCurrentTime();
    this.poll = setInterval(() => void this.look(), options.pollMs).unref();
    this.watcher = this.watchFolder();
    process.on('SIGHUP', this.onHangUp);
  }

  stop(): void {
    clearInterval(this.poll);
    clearTimeout(this.settling);
    this.watcher?.close();
    process.off('SIGHUP', this.onHangUp);
  }

  /** The folder and not the file: a file that is replaced is another file, and a ConfigMap changes a link beside it. */
  private watchFolder(): FSWatcher | undefined {
    try {
      const watcher = watch(dirname(this.options.path), { persistent: false }, () => this.settle());
      watcher.on('error', () => watcher.close());
      return watcher;
    } catch (error) {
      this.options.log.info({ err: error }, 'the folder of the supergraph cannot be watched; the file is polled');
      return undefined;
    }
  }

  private settle(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => void this.look(), settleMs).unref();
  }

  private async look(): Promise<void> {
    const { path, log } = this.options;
    try {
      const sdl = await readFile(path, 'utf8');
      if (sdl === this.seen) return;
      this.seen = sdl;
      this.taking = this.taking.then(() => this.take(sdl));
    } catch (error) {
      // A file that is just being replaced may be away for a moment; the next look finds it.
      log.debug({ err: error }, 'the supergraph could not be read');
    }
  }

  /** Never rejects. */
  private async take(sdl: string): Promise<void> {
    const digest = createHash('sha256').update(sdl).digest('hex').slice(0, 12);
    const began = performance.now();
    try {
      const taken = await this.takeOver(sdl);
      if (!taken.ok) return this.refuse(digest, taken.error.reason);
    } catch (error) {
      return this.refuse(digest, error instanceof Error ? error.message : String(error));
    }
    this.measured.loadedAt.setToCurrentTime();
    this.options.log.info({ digest, tookMs: Math.round(performance.now() - began) }, 'a new supergraph is taken over');
  }

  private refuse(digest: string, reason: string): void {
    this.measured.refused.inc();
    this.options.log.error(
      { digest, reason },
      'a new supergraph is broken and not taken over; the one before goes on serving',
    );
  }
}
