import type { GraphQLError } from 'graphql';
import { CarefulWalk } from './careful-walk';
import { collectShape, type Shaping } from './collect-shape';
import type { ConditionValues } from '../operation/condition-values';
import { NotClean, walkFast } from './fast-walk';
import { compileIntrospection } from './introspection';
import type { ObjectShape } from './response-shape';

type Values = Record<string, unknown>;

export interface ShapedAnswer {
  /** What was asked for under these conditions. */
  readonly root: ObjectShape;
  readonly data: Values | null;
  /** What could not be completed. */
  readonly errors: readonly GraphQLError[];
}

/** What the client asked for out of all that subgraphs have sent. */
export type ShapeAnswer = (input: Values, variables: Readonly<Values> | undefined) => ShapedAnswer;

/** Shapes the answers of one operation for one set of conditions. */
export function createShapeAnswer(shaping: Shaping, conditions: ConditionValues): ShapeAnswer {
  const root = collectShape(shaping, conditions);
  const introspect = compileIntrospection(shaping, root);
  return (input, variables) => {
    introspect?.(input, variables);
    try {
      return { root, data: walkFast(root, input), errors: [] };
    } catch (error) {
      if (!(error instanceof NotClean)) throw error;
      const careful = new CarefulWalk();
      return { root, data: careful.walk(root, input), errors: careful.errors };
    }
  };
}
