import formbody from '@fastify/formbody';
import Fastify from 'fastify';

const app = Fastify();
await app.register(formbody);
app.post('/ivr/action', () => '');
await app.listen({ port: 0, host: '127.0.0.1' });
console.log('listening');
