import * as executor from '@apollo/gateway/dist/executeQueryPlan';
import { version as gatewayVersion } from '@apollo/gateway/package.json';
import type { QueryPlan } from '@apollo/query-planner';
import type { Log } from '@bindery/service';
import type { Subgraphs } from './subgraph';
import { compileOperation, type Planned, type RunOperation } from './compile-operation';

/** The version whose executor is replaced here; with any other the library’s own runs, slower and as right. */
const knownVersion = '2.14.4';

type ExecuteQueryPlan = typeof executor.executeQueryPlan;

/** By plan, as long as the library keeps it; undefined for one that is left to the library. */
const compiled = new WeakMap<QueryPlan, { readonly run: RunOperation | undefined }>();

let installed = false;

/** Lets plans of @apollo/gateway run as compiled steps. The library has no place for an executor, so its function is replaced in the loaded module. */
export function installExecutor(log: Log): void {
  if (installed) return;
  if (gatewayVersion !== knownVersion)
    return log.warn(
      { gatewayVersion, knownVersion },
      'another version of @apollo/gateway: its own slower executor is used',
    );
  installed = true;
  Object.assign(executor, { executeQueryPlan: executeCompiled(executor.executeQueryPlan) });
}

/** The compiled operation of a plan that has been executed once. */
export const compiledOf = (plan: QueryPlan): RunOperation | undefined => compiled.get(plan)?.run;

/** The executor: compiled steps where a plan can be, else `own`. */
export function executeCompiled(own: ExecuteQueryPlan): ExecuteQueryPlan {
  return async (queryPlan, services, requestContext, operationContext, supergraph, api, telemetry) => {
    const known = compiled.get(queryPlan) ?? { run: tryToCompile({ queryPlan, operationContext, supergraph }) };
    compiled.set(queryPlan, known);
    if (!known.run || requestContext.metrics?.captureTraces)
      return own(queryPlan, services, requestContext, operationContext, supergraph, api, telemetry);
    const { request, context } = requestContext;
    return known.run({
      services: services as Subgraphs,
      variables: request.variables,
      context,
    }) as ReturnType<ExecuteQueryPlan>;
  };
}

/** What the library would refuse too it refuses in its own words. */
function tryToCompile(planned: Planned): RunOperation | undefined {
  try {
    return compileOperation(planned);
  } catch {
    return undefined;
  }
}
