import { runSubgraph } from '@bindery/subgraph';
import { composeIdentity } from './composition-root';
import { readIdentityConfig } from './identity.config';

runSubgraph('identity', readIdentityConfig, composeIdentity);
