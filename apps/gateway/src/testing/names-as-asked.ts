import type { GraphNames } from '../execution/operation/graph-names';

/** Asks subgraphs in the very names of the client, as the library does, so that its plans can be run and its answers compared. */
export const namesAsAsked: GraphNames = {
  sourceName: ({ alias, name }) => alias?.value ?? name.value,
  interfaceObjects: new Set(),
};
