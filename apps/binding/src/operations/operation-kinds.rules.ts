import { obligationActKinds, sentKinds } from '../providers/connector.rules';

/** Operations that are steps of a binding. */
export const stepKinds = sentKinds;
/** Operations that are about what hangs on its card. */
export const actKinds = obligationActKinds;
