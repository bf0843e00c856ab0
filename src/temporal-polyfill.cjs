/**
 * Loads the polyfill of Temporal. This is CommonJS, because only `require` loads a module synchronously when it is needed, in
 * Node and also in the output of a bundler.
 * @module
 */
'use strict';

module.exports = () => {
  try {
    return require('temporal-polyfill').Temporal;
  } catch (error) {
    if (error.code !== 'ERR_REQUIRE_ESM') throw error;
    // Jest replaces `require`, and before Node 24 its own cannot load an ES module. Outside of its context, Node's can.
    const { runInThisContext } = require('node:vm');
    const { createRequire } = runInThisContext('process').getBuiltinModule('node:module');
    return createRequire(__filename)('temporal-polyfill').Temporal;
  }
};
