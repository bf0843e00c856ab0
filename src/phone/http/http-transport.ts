import http from 'node:http';
import https from 'node:https';
import { TransportFailure, type Transport } from './transport.ts';

/**
 * Sends over HTTP, on a connection of its own, in real time. Not with `fetch`: it cannot tell connecting from reading,
 * which Plivo's retry options do.
 */
export const httpTransport: Transport = ({
  method,
  url,
  headers,
  body,
  connectTimeout,
  readTimeout,
  maxBytes,
  signal,
}) =>
  new Promise((resolve, reject) => {
    const isTls = /^https:/i.test(url);
    const { request } = isTls ? https : http;
    const fail = (reason: 'ct' | 'rt', message: string, cause?: unknown) => {
      clearTimeout(timer);
      sent.destroy();
      reject(new TransportFailure(reason, message, { cause }));
    };
    const seconds = (milliseconds: number) => `${milliseconds / 1000} s`;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    // First, since what it throws must leave no timer behind.
    const sent = request(url, { method, headers: { ...headers, ...length }, agent: false, signal });
    let isConnected = false;
    let timer = setTimeout(
      () => fail('ct', `no connection within ${seconds(connectTimeout)}`),
      connectTimeout,
    );
    const connected = () => {
      isConnected = true;
      clearTimeout(timer);
      timer = setTimeout(() => fail('rt', `no reply within ${seconds(readTimeout)}`), readTimeout);
    };
    sent.on('socket', (socket) => socket.once(isTls ? 'secureConnect' : 'connect', connected));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? error.message;
      if (!isConnected) fail('ct', `no connection (${code})`, error);
      else if (code === 'HPE_HEADER_OVERFLOW') fail('rt', 'the headers of the reply are too long', error);
      else fail('rt', code.startsWith('HPE_') ? 'the reply was no HTTP' : 'the connection broke off', error);
    });
    // Without this Node would say nothing of such a reply at all.
    sent.on('upgrade', ({ statusCode = 101, headers: replied }, socket) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ status: statusCode, headers: replied, body: Buffer.alloc(0) });
    });
    sent.on('response', (reply) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      const done = () => {
        clearTimeout(timer);
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(chunks),
        });
      };
      reply.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes <= maxBytes) return;
        done();
        sent.destroy();
      });
      reply.on('end', done);
      reply.on('aborted', () => fail('rt', 'the connection broke off'));
    });
    sent.end(body);
  });
