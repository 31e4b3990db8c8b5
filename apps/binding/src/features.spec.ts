import { join } from 'node:path';
import { describeSubgraph } from '@bindery/subgraph/testing';
import { featureClasses } from './features';

describeSubgraph('binding', featureClasses, join(__dirname, '../schema.graphql'));
