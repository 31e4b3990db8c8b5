import { requireViewer, type RequestContext } from '@bindery/subgraph';
import type { Caller } from '../use-cases/caller';

/** Who asks, as the use cases want to know it; throws UNAUTHENTICATED for a stranger. */
export function toCaller(context: RequestContext): Caller {
  const { accountId, deviceId } = requireViewer(context);
  return { accountId, deviceId };
}
