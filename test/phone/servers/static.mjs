// Serves files and nothing else: for `GET /language?Digits=1` the file `language,Digits=1.xml`, as a mirrored site has them.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const folder = new URL('files/', import.meta.url);

const nameOf = ({ pathname, searchParams }) => {
  const [field] = ['Digits', 'DialStatus'].filter((name) => searchParams.has(name));
  return `${pathname.slice(1).replaceAll('/', ',')}${field ? `,${field}=${searchParams.get(field)}` : ''}.xml`;
};

const server = createServer(async (request, reply) => {
  try {
    const file = await readFile(new URL(nameOf(new URL(request.url, 'http://localhost')), folder));
    reply.writeHead(200, { 'content-type': 'application/xml' }).end(file);
  } catch {
    reply.writeHead(404).end('no such file');
  }
});

server.listen(0, '127.0.0.1', () => console.log(`listening on ${server.address().port}`));
