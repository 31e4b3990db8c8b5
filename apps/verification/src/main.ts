import { runSubgraph } from '@bindery/subgraph';
import { composeVerification } from './composition-root';
import { readVerificationConfig } from './verification.config';

runSubgraph('verification', readVerificationConfig, composeVerification);
