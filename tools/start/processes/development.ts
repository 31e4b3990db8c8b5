import { urlOf, type Ports, type ProgramName } from '../topology';
import type { Environment } from './own-environments';

/** Development is said, never assumed: a program that is told nothing runs as in production. */
const profile: Environment = { NODE_ENV: 'development' };

/** On one machine everybody has the same address, so a limit for each address would be one for all; and tests race as one account. */
const limits: Readonly<Partial<Record<ProgramName, Environment>>> = {
  identity: { GUESSES_PER_ADDRESS_PER_HOUR: '100000' },
  binding: { CARDS_PER_ADDRESS_PER_HOUR: '100000' },
  verification: { CODES_PER_ADDRESS_PER_DAY: '100000' },
  gateway: { REQUESTS_PER_ADDRESS: '100000', SIGN_INS_PER_ADDRESS: '100000', REQUESTS_PER_ACCOUNT: '1000' },
};

/** Everything goes by the clock of the world outside, which can be moved there: this is a sandbox. */
export const sandboxOf = (ports: Ports): Environment => ({
  ...profile,
  SANDBOX_CLOCK_URL: urlOf(ports['provider-simulator']),
});

/** What a program has in its environment on a machine for development, besides what it has everywhere. */
export const developmentOf = (name: string, ports: Ports): Environment => ({
  ...profile,
  ...(name === 'provider-simulator' ? {} : sandboxOf(ports)),
  ...limits[name as ProgramName],
});
