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

/** Small graphs that together use every directive of federation. */
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
