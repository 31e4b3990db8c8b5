/** The four services with a database, in the order of the board. */
export const services = ['identity', 'binding', 'verification', 'notification'] as const;
export type Service = (typeof services)[number];

/** What stops before what: the door first, then all that works, at last what they stand on. */
export const stopWaves: readonly (readonly string[])[] = [
  ['gateway'],
  [...services, 'provider-simulator'],
  ['kafka'],
  ['postgres'],
];

/** Every port of a running system, from the gateway's. */
export function portsFrom(gateway: number) {
  return {
    gateway,
    identity: gateway + 1,
    binding: gateway + 2,
    verification: gateway + 3,
    notification: gateway + 4,
    'provider-simulator': gateway + 10,
    kafka: gateway + 20,
    'kafka-controller': gateway + 21,
    smtp: gateway + 25,
    postgres: gateway + 32,
  } as const;
}
export type Ports = ReturnType<typeof portsFrom>;

/** Programs are reached by number and not by `localhost`, which on some machines is IPv6 first. */
export const urlOf = (port: number): string => `http://127.0.0.1:${port}`;
