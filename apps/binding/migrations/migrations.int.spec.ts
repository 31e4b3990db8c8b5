import { describeMigrations } from '@bindery/subgraph/testing';
import { migrations } from '.';

describeMigrations('binding', migrations);
