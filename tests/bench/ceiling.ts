/** A bare server that sends the bytes of ANSWER_FILE to whoever asks: what node:http alone allows. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const bytes = readFileSync(process.env.ANSWER_FILE ?? '');
const headers = { 'content-type': 'application/json', 'content-length': bytes.length };
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, headers).end(bytes));
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://localhost:${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
