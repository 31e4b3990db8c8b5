import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Agent, setGlobalDispatcher } from 'undici';

/** By which scheme the system of a data folder is reached. That of Compose has an authority of its own, which from then on is trusted for all that is fetched. */
export function howToReach(data: string): 'http' | 'https' {
  const authority = join(data, 'tls', 'ca.pem');
  if (!existsSync(authority)) return 'http';
  setGlobalDispatcher(new Agent({ connect: { ca: readFileSync(authority, 'utf8') } }));
  return 'https';
}
