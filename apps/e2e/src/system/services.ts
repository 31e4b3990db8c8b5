import list from '../../../../services.json';

/** Those of services.json with a database and a part of the graph, in its order. */
export type Service = keyof typeof list.services;
export const services = Object.keys(list.services) as Service[];

const distances = { ...list.services, ...list.programs, ...list.servers };
export type Part = keyof typeof distances;
export const parts = Object.keys(distances) as Part[];

/** The port of a part of the system whose gateway listens there. */
export const portOf = (part: Part, gateway: number): number => gateway + distances[part].port;
