import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withUser } from '@bindery/persistence';
import { portsFrom, services } from '../start/topology';

/** The app user's URL of a service's database in a system that `npm start` runs from this data folder. Throws when there is none. */
export const databaseUrlOf = (service: string, data: string, port: number): string =>
  urlOf(service, service, data, port);

/** Where that system has its event log, as the service's user. Throws when there is no such system. */
export function eventLogAddressOf(
  service: string,
  { data, port, kafka }: { readonly data: string; readonly port: number; readonly kafka?: boolean },
) {
  if (kafka) return { kafkaBrokers: [`127.0.0.1:${portsFrom(port).kafka}`] };
  return { eventLogUrl: urlOf('event_log', service, data, port) };
}

function urlOf(database: string, service: string, data: string, port: number): string {
  if (!services.some((each) => each === service))
    throw new Error(`There is no service ${service}. Services: ${services.join(', ')}.`);
  const file = join(data, 'secrets.json');
  if (!existsSync(file))
    throw new Error(
      `${data} is no data folder of a started system. Name one by --data, or where its parts are by their URLs (--help).`,
    );
  const { appPassword } = JSON.parse(readFileSync(file, 'utf8')) as { appPassword: string };
  return withUser(`postgres://127.0.0.1:${portsFrom(port).postgres}/${database}`, `${service}_app`, appPassword);
}
