import type { DocumentNode } from 'graphql';
import { planAndCompile, type RunOperation } from './compile-operation';
import type { Graph } from './graph';
import { readClientOperation } from './operation/client-operation';
import { refuseManyFetches } from './plan/count-fetches';
import { compileMistakes, type MistakesIn } from './variable-mistakes';

/** An operation that is planned and compiled for one graph. */
export interface PlannedOperation {
  readonly mistakesIn: MistakesIn;
  readonly run: RunOperation;
}

/** Plans and compiles an operation of a valid document: ahead for all ways in which it may be asked, else when it is. Rejects for what cannot be planned. */
export async function planOperation(
  { schema, supergraph, planner }: Graph,
  document: DocumentNode,
  operationName: string | undefined,
  ahead: boolean,
): Promise<PlannedOperation> {
  const asked = readClientOperation(schema, document, operationName);
  return {
    mistakesIn: compileMistakes(asked),
    run: await planAndCompile({
      asked,
      supergraph,
      ahead,
      async plan(plannable) {
        const plan = await planner.plan(plannable, operationName);
        refuseManyFetches(plan);
        return plan;
      },
    }),
  };
}
