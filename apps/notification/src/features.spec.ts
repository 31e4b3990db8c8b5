import { join } from 'node:path';
import { describeSubgraph } from '@bindery/subgraph/testing';
import { featureClasses } from './features';

describeSubgraph('notification', featureClasses, join(__dirname, '../schema.graphql'));
