import { opsPortOf } from '@bindery/service';
import list from '../../services.json';

// The names and ports stand in services.json and nowhere else; ports there are distances from the gateway's.

/** The gateway's, where nobody says another. */
export const usualPort = list.gatewayPort;

const namesOf = <Group extends keyof typeof list>(group: Group) =>
  Object.keys(list[group]) as (keyof (typeof list)[Group] & string)[];

/** Those with a database, a topic and a part of the graph, in the order of the board. */
export const services = namesOf('services');
export type Service = (typeof services)[number];

/** All that have a folder in apps/ and run; the door and the world outside have no database. */
export const programs = [...services, ...namesOf('programs')];
export type ProgramName = (typeof programs)[number];

/** Who reads the event log besides the services. */
export const readers = namesOf('readers');
export type Reader = (typeof readers)[number];

/** What stops before what: the door first, then all that works, at last what they stand on. */
export const stopWaves: readonly (readonly string[])[] = [
  ['gateway'],
  programs.filter((name) => name !== 'gateway'),
  ['kafka'],
  ['postgres'],
];

const distances = { ...list.services, ...list.programs, ...list.servers };
export type Ports = Readonly<Record<keyof typeof distances, number>>;

/** Every port of a running system, from the gateway's. */
export const portsFrom = (gateway: number): Ports =>
  Object.fromEntries(Object.entries(distances).map(([name, { port }]) => [name, gateway + port])) as Ports;

/** The same with those where each program says how it is. */
export function everyPortFrom(gateway: number): readonly number[] {
  const ports = portsFrom(gateway);
  return [...Object.values(ports), ...programs.map((name) => opsPortOf(ports[name]))];
}

/** Kafka of `npm start`, or the first in Compose, and those that only Compose has besides. */
export const brokers = ['kafka', ...namesOf('moreBrokers')] as const;

/** The port of each broker, in that order. */
export const brokerPortsFrom = (gateway: number): readonly number[] => {
  const { kafka } = list.servers;
  return [kafka, ...Object.values(list.moreBrokers)].map(({ port }) => gateway + port);
};

/** Programs are reached by number and not by `localhost`, which on some machines is IPv6 first. */
export const urlOf = (port: number, scheme: 'http' | 'https' = 'http'): string => `${scheme}://127.0.0.1:${port}`;

/** Where the program at this port says whether it can do its work; asked by `npm start`, by containers and by tools on the same machine. */
export const readyUrlOf = (port: number): string => `${urlOf(opsPortOf(port))}/health/ready`;

/** The base URL of each of these programs. */
export const urlsOf = <Name extends keyof Ports>(names: readonly Name[], ports: Ports): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, urlOf(ports[name])])) as Record<Name, string>;
