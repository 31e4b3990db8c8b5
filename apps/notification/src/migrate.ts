import { runProgram } from '@bindery/service';
import { runMigrations } from '@bindery/subgraph';
import { migrations } from '../migrations';
import { appRights } from '../migrations/app-rights';

runProgram(() => runMigrations(migrations, appRights, process.argv[2], process.env));
