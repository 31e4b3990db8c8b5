import Fastify from 'fastify';
import { Pool } from 'pg';

/** What the reader check is measured beside: Fastify as it comes and one row by its primary key, with a prepared statement. It checks nothing and nobody. */
const [databaseUrl, port] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: 10 });
const app = Fastify();
app.post<{ Body: { credentialReference: string } }>('/reader-checks', async ({ body }) => {
  const { rows } = await pool.query<{ good: boolean; reason: string }>({
    name: 'lookup',
    text: 'SELECT good, reason FROM bare_credential WHERE reference = $1',
    values: [body.credentialReference],
  });
  return rows[0] ?? { good: false, reason: 'UNREGISTERED' };
});
void app.listen({ host: '127.0.0.1', port: Number(port) });
