/** A server that answers with one hand-written statement through `pg`: what the database alone allows. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { referenceSql } from './reference-query.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const server = createServer((request, response) => {
  request.resume().on('end', async () => {
    const { rows } = await pool.query({ name: 'reference', text: referenceSql, values: [20, 5] });
    response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].answer);
  });
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
