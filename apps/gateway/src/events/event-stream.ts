import { setAlarm, systemClock } from '@bindery/kernel';
import { Readable } from 'node:stream';
import { endFrame, aliveFrame, type EndReason } from './frames';

export interface EventStreamOptions {
  /** When the access token ends, milliseconds since the epoch. */
  readonly expiresAt: number;
  /** The position that a heartbeat tells. */
  readonly position: () => string;
  /** How long a client waits before it comes back, milliseconds. */
  readonly retryMs: number;
  readonly heartbeatMs: number;
  /** Tells what still waits to be told. */
  readonly beforeEnd: () => void;
  readonly onEnd: (reason: EndReason | 'SLOW' | 'GONE') => void;
}

/**
 * Bytes that may wait for a client that does not read. A change takes some 500, so this is a hundred and thirty of them; with five thousand
 * streams it is 320 MB at the very worst.
 */
const waitingBytesMax = 64 * 1024;

/** The answer to one client: what is told waits for the connection up to a bound, then the client is cut off and has to come back. */
export class EventStream extends Readable {
  private readonly heartbeat: NodeJS.Timeout;
  private readonly callOffExpiry: () => void;
  private hasEnded = false;

  constructor(private readonly options: EventStreamOptions) {
    super({ highWaterMark: waitingBytesMax });
    this.heartbeat = setInterval(() => this.tell(aliveFrame(options.position())), options.heartbeatMs);
    this.callOffExpiry = setAlarm(systemClock, options.expiresAt, () => this.end('TOKEN_EXPIRED'));
  }

  override _read(): void {
    // Frames come when there is something to tell.
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.finish('GONE');
    done(error);
  }

  tell(frame: string): void {
    if (this.hasEnded) return;
    this.push(frame);
    if (this.readableLength <= waitingBytesMax) return;
    this.finish('SLOW');
    this.destroy();
  }

  /** Says why, then ends. */
  end(reason: EndReason): void {
    if (this.hasEnded) return;
    this.options.beforeEnd();
    if (this.hasEnded) return;
    this.push(endFrame(reason, this.options.retryMs));
    this.push(null);
    this.finish(reason);
  }

  private finish(reason: EndReason | 'SLOW' | 'GONE'): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    clearInterval(this.heartbeat);
    this.callOffExpiry();
    this.options.onEnd(reason);
  }
}
