/**
 * `plivo-jsx/fastify`: the Fastify plugin, and an app that is set up for Plivo.
 * @module
 */
export { plivoJsx as default } from './plugin.ts';
export { createApp, type AppOptions } from './app.ts';
export type { PlivoJsxOptions } from './options.ts';
export type { Store } from '../store/store.ts';
