import { runSubgraph } from '@bindery/subgraph';
import { readBindingConfig } from './binding.config';
import { composeBinding } from './composition-root';

runSubgraph('binding', readBindingConfig, composeBinding);
