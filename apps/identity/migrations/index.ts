import { CreateIdentity1700000000001 } from './1700000000001-create-identity';
import { LoosenWhatCodeDecides1700000000002 } from './1700000000002-loosen-what-code-decides';

/** In the order they run. */
export const migrations = [CreateIdentity1700000000001, LoosenWhatCodeDecides1700000000002];
