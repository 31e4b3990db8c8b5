import type { ResponsePath } from '@apollo/query-planner';
import type { Subgraphs } from '../subgraph';

export type Values = Record<string, unknown>;

/** One execution of a plan, for one request. */
export interface PlanRun {
  readonly services: Subgraphs;
  /** As the client sent them. */
  readonly variables: Readonly<Values> | undefined;
  /** Handed to each data source. */
  readonly context: unknown;
  /** What subgraphs have answered so far, merged. */
  readonly data: Values;
  /** In the order in which they came. */
  readonly errors: unknown[];
}

/** A place in the merged answer, or all places that a path leads to. */
export interface Cursor {
  readonly path: ResponsePath;
  readonly data: unknown;
}

/** A compiled node of a plan: does its part of the run at that place. */
export type Step = (run: PlanRun, cursor: Cursor) => Promise<void>;
