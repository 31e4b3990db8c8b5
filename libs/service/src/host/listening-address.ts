import type { serverConfig } from '../config/base-config';
import type { Config } from '../config/read-config';

/** How far the operational port is from the public one, where nobody says another. */
const opsDistance = 100;

/** The operational port of a program at this one; 0 picks a free one for both. */
export const opsPortOf = (port: number): number => (port === 0 ? 0 : port + opsDistance);

/** Where a program listens. */
export interface ListeningAddress {
  readonly host: string;
  readonly port: number;
  /** Where it says how it is. This machine only, where left out. */
  readonly opsHost?: string;
  readonly opsPort?: number;
  /** Milliseconds from the loss of readiness until new connections are refused; none by default. */
  readonly drainGraceMs?: number;
}

/** The same as it is configured. */
export const toListeningAddress = ({
  HOST: host,
  PORT: port,
  OPS_HOST: opsHost,
  OPS_PORT: opsPort = opsPortOf(port),
  DRAIN_GRACE_MS: drainGraceMs,
}: Pick<
  Config<typeof serverConfig>,
  'HOST' | 'PORT' | 'OPS_HOST' | 'OPS_PORT' | 'DRAIN_GRACE_MS'
>): ListeningAddress => ({
  host,
  port,
  opsHost,
  opsPort,
  drainGraceMs,
});
