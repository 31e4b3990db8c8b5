import type { ServiceMap } from '@apollo/gateway/dist/executeQueryPlan';
import type { ResponsePath } from '@apollo/query-planner';

export type Values = Record<string, unknown>;

/** One execution of a plan, for one request. */
export interface PlanRun {
  readonly services: ServiceMap;
  /** As the client sent them. */
  readonly variables: Readonly<Values> | undefined;
  /** Handed to each data source. */
  readonly context: unknown;
  /** The request as the library handed it on; data sources of our own look at the context only. */
  readonly incoming: unknown;
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
