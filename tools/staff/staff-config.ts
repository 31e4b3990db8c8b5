import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityConfigShape } from '../../apps/identity/src/identity.config';
import type { StaffDeskConfig } from '../../apps/identity/src/open-staff-desk';
import { readConfig } from '@bindery/service';
import { databaseUrlOf } from '../dead-letters/service-database';
import { developmentOf } from '../start/processes/development';
import { portsFrom } from '../start/topology';

/** A system that `npm start` runs from a data folder, or whatever the environment says. */
export interface WhereIdentityIs {
  readonly data: string;
  readonly port: number;
  readonly fromEnvironment?: boolean;
}

const { DATABASE_URL, CONTACT_KEYS, CONTACT_LOOKUP_KEY } = identityConfigShape;
const shape = { NODE_ENV: identityConfigShape.NODE_ENV, DATABASE_URL, CONTACT_KEYS, CONTACT_LOOKUP_KEY };

/** Throws, in words for who typed the command, when there is no such system. */
export const readStaffConfig = (where: WhereIdentityIs): StaffDeskConfig =>
  readConfig(shape, where.fromEnvironment ? process.env : environmentOf(where));

function environmentOf({ data, port }: WhereIdentityIs): NodeJS.ProcessEnv {
  const databaseUrl = databaseUrlOf('identity', data, port);
  const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Record<string, string>;
  return {
    ...developmentOf('identity', portsFrom(port)),
    DATABASE_URL: databaseUrl,
    CONTACT_KEYS: secrets.contactKeys,
    CONTACT_LOOKUP_KEY: secrets.lookupKey,
  };
}
