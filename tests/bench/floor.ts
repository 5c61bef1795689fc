/** A server that answers with the hand-written statement of FLOOR through `pg`: what the database alone allows. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { twins } from './reference-query.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const { sql, values } = twins[process.env.FLOOR as keyof typeof twins];
const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    const { rows } = await pool.query({ name: 'floor', text: sql, values: [...values] });
    response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].answer);
  });
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
