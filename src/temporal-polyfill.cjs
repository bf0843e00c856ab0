/**
 * Loads the polyfill of Temporal. This is CommonJS, because only `require` loads a module synchronously when it is needed, in
 * Node and also in the output of a bundler.
 * @module
 */
'use strict';

module.exports = () => require('temporal-polyfill').Temporal;
