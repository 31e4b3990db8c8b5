import { existsSync } from 'node:fs';
import { passfileOf, urlFor } from '../start/data/passwords';
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
  const known = services.find((each) => each === service);
  if (!known) throw new Error(`There is no service ${service}. Services: ${services.join(', ')}.`);
  if (!existsSync(passfileOf(data, `${known}_app`)))
    throw new Error(
      `${data} is no data folder of a started system. Name one by --data, or where its parts are by their URLs (--help).`,
    );
  return urlFor(data, portsFrom(port).postgres, database, `${known}_app`);
}
