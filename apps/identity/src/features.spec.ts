import { join } from 'node:path';
import { describeSubgraph } from '@bindery/subgraph/testing';
import { featureClasses } from './features';

describeSubgraph('identity', featureClasses, join(__dirname, '../schema.graphql'));
