import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withUser } from '@bindery/persistence';
import { portsFrom, services } from '../start/topology';

/** The app user's URL of a service's database in a system that `npm start` runs from this data folder. Throws when there is none. */
export function databaseUrlOf(service: string, data: string, port: number): string {
  if (!services.some((each) => each === service)) throw new Error(`There is no service ${service}. Services: ${services.join(', ')}.`);
  const file = join(data, 'secrets.json');
  if (!existsSync(file)) throw new Error(`${data} is no data folder of a started system. Name one by --data, or the database by --database-url.`);
  const { appPassword } = JSON.parse(readFileSync(file, 'utf8')) as { appPassword: string };
  return withUser(`postgres://127.0.0.1:${portsFrom(port).postgres}/${service}`, `${service}_app`, appPassword);
}
