import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { ConditionValues } from '../operation/condition-values';
import type { Subgraphs } from '../subgraph';

export type Values = Record<string, unknown>;

/** A place in an answer. */
export type Path = readonly (string | number)[];

/** One execution of a plan, for one request. */
export interface PlanRun {
  readonly services: Subgraphs;
  /** As the client sent them. */
  readonly variables: Readonly<Values> | undefined;
  readonly conditions: ConditionValues;
  /** Handed to each data source. */
  readonly context: unknown;
  /** What subgraphs have answered so far, merged. */
  readonly data: Values;
  /** In the order in which they came. */
  readonly problems: Problem[];
  /** Fetches that some entities were left out of: something that they need is missing. */
  readonly leftOut: (LostFetch & { readonly represented: readonly Values[] })[];
}

/** A place in the merged answer, or all places that a path leads to. */
export interface Cursor {
  readonly path: ResponsePath;
  readonly data: unknown;
}

/** A compiled node of a plan: does its part of the run at that place. */
export type Step = (run: PlanRun, cursor: Cursor) => Promise<void>;

/** A fetch whose fields did not come, and the objects that lack them. */
export interface LostFetch {
  readonly fetch: FetchNode;
  readonly path: ResponsePath;
  readonly objects: readonly Values[];
}

/** Something that went wrong. Where it shows in the answer is found out when the answer is made. */
export type Problem =
  | { readonly error: unknown; readonly lost: LostFetch }
  | { readonly errorAt: ErrorAt; readonly place: ErrorPlace | undefined };

/** An error that came in a subgraph’s answer, as the client gets it: with its path in the client’s answer. */
export type ErrorAt = (path: Path | undefined) => GraphQLError;

/** Below the path of a fetch; of the fetches of entities below one of its objects. In the names of the merged answer. */
export interface ErrorPlace {
  readonly path: ResponsePath;
  readonly object: Values | undefined;
  readonly below: Path;
}
