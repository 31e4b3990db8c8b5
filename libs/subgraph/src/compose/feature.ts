import type { FastifyInstance } from 'fastify';
import type { ClassType } from 'type-graphql';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { JobPart } from '@bindery/jobs';
import type { EventHandlers } from '@bindery/messaging';
import type { Component } from '@bindery/service';
import type { LoadTimeZone } from '../request/request-context';
import type { ReferenceResolver } from '../schema/build-subgraph';

/** The classes of a feature, known without making anything: what the schema is printed and the tables are mapped from. */
export interface FeatureClasses {
  readonly resolvers?: readonly ClassType[];
  /** GraphQL types that no field names, e.g. members behind an interface, stubs of other subgraphs' entities. */
  readonly types?: readonly ClassType[];
  readonly entities?: readonly (EntityTarget<ObjectLiteral> & (new () => ObjectLiteral))[];
}

/** What a feature does in a running service, as its `createX` made it; `composeService` merges those of all features. */
export interface Feature {
  /** One instance of each of its resolver classes. */
  readonly resolvers?: readonly object[];
  /** Entity name → what answers references to it: one feature for each. */
  readonly references?: Readonly<Record<string, ReferenceResolver>>;
  /** In which zone accounts read moments: of the one feature of a service that knows. */
  readonly loadTimeZone?: LoadTimeZone;
  /** What it does about events. Two features may listen to the same one: both act in one transaction, in the order of the features. */
  readonly subscriptions?: EventHandlers<EntityManager>;
  readonly jobs?: JobPart;
  /** HTTP beside the graph, in the role `api`. */
  readonly routes?: (app: FastifyInstance) => void | Promise<void>;
  /** Connections that every role needs: started before all else, stopped after it. */
  readonly connections?: readonly Component[];
  /** Work at the start of the role `jobs`, e.g. taking up what a killed process left open. */
  readonly onJobsStart?: () => Promise<void>;
  /** Deletes what has served its purpose, once a day; answers how many rows of what. */
  readonly prune?: () => Promise<Readonly<Record<string, number>>>;
}
