import { join } from 'node:path';
import { describeSubgraph } from '@bindery/subgraph/testing';
import { featureClasses } from './features';

describeSubgraph('verification', featureClasses, join(__dirname, '../schema.graphql'));
