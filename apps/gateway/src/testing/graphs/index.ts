import type { TestGraph } from '../oracle/test-graph';
import { abstractEntities } from './abstract-entities';
import { interfaceObjects } from './interface-objects';
import { keys } from './keys';
import { nullability } from './nullability';
import { overrides } from './overrides';
import { plannerFaults } from './planner-faults';
import { provides } from './provides';
import { requires } from './requires';
import { valueTypes } from './value-types';

/**
 * Small graphs that together use each directive of federation that a supergraph may have here. With the others (`@context`, `@authenticated`,
 * `@requiresScopes`, `@policy`) it is refused when it is loaded; `@cost` and `@listSize` are for `limits/cost`, and change no plan.
 */
export const testGraphs: readonly TestGraph[] = [
  keys,
  requires,
  provides,
  overrides([]),
  overrides(['percent(40)']),
  valueTypes,
  interfaceObjects,
  abstractEntities,
  nullability,
  ...plannerFaults,
];
