import { existsSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import { everyPortFrom } from '../start/topology';

// What commander turns the text of an option or an argument into. Each throws, in words for the person who typed it, what is allowed.

/** From 0. Digits and nothing else: `1e4` and `0x10` are numbers to JavaScript only. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 0.');
  return Number(text);
}

export function atLeastOne(text: string): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (number === 0) throw new InvalidArgumentError('It is a whole number from 1.');
  return number;
}

/** Ports from 1024 that browsers and `fetch` never go to (https://fetch.spec.whatwg.org/#bad-port). */
const blockedPorts = [
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
];
const blockedOf = (gateway: number) => everyPortFrom(gateway).find((each) => blockedPorts.includes(each));

/** The port of a gateway that may run: all others follow it, so that nobody may refuse one of them. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port >= 1024 && port <= 65_000)) throw new InvalidArgumentError('A port is a whole number from 1024 to 65000.');
  const blocked = blockedOf(port);
  if (blocked === undefined) return port;
  let another = port + 100;
  while (blockedOf(another) !== undefined) another += 100;
  throw new InvalidArgumentError(
    `Browsers refuse port ${blocked}, which a system at ${port} would need. Try ${another}.`,
  );
}

/** A day of the calendar, as it was typed. */
export function readDay(text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('A day looks like 2026-11-30.');
  return text;
}

export function readPostgresUrl(text: string): string {
  if (!/^postgres(ql)?:/.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError('It looks like postgres://user:password@host:5432/database.');
  return text;
}

/** `host:port`, separated by commas. */
export function readBrokers(text: string): string {
  const isBroker = (broker: string) => /^[\w.-]+:\d{1,5}$|^\[[\da-fA-F:]+\]:\d{1,5}$/.test(broker);
  if (!text.split(',').every(isBroker))
    throw new InvalidArgumentError('It is host:port, several separated by commas: 10.0.0.1:9092,10.0.0.2:9092.');
  return text;
}

/** A file or folder that is there. */
export function readPath(text: string): string {
  if (!existsSync(text)) throw new InvalidArgumentError('There is no such file or folder.');
  return text;
}

/** An option that takes one of these. */
export const oneOf = (flags: string, words: string, choices: readonly string[]): Option =>
  new Option(flags, words).choices([...choices]);
