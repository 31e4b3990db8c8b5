import { CreateIdentity1700000000001 } from './1700000000001-create-identity';

/** In the order they run. */
export const migrations = [CreateIdentity1700000000001];
