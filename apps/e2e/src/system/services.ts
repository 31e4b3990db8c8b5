import list from '../../../../services.json';

/** The subgraphs of services.json, in its order. */
export type Subgraph = keyof typeof list.subgraphs;
export const subgraphs = Object.keys(list.subgraphs) as Subgraph[];

/** All that have a database. */
export type Service = Subgraph | keyof typeof list.consumers;
export const services = Object.keys({ ...list.subgraphs, ...list.consumers }) as Service[];

const distances = { ...list.subgraphs, ...list.consumers, ...list.programs, ...list.servers };
export type Part = keyof typeof distances;
export const parts = Object.keys(distances) as Part[];

/** The port of a part of the system whose gateway listens there. */
export const portOf = (part: Part, gateway: number): number => gateway + distances[part].port;
