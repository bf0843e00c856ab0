import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/react/cjs/react-jsx-runtime.production.js
var require_react_jsx_runtime_production = __commonJS({
  "node_modules/react/cjs/react-jsx-runtime.production.js"(exports) {
    "use strict";
    var REACT_ELEMENT_TYPE = /* @__PURE__ */ Symbol.for("react.transitional.element");
    var REACT_FRAGMENT_TYPE = /* @__PURE__ */ Symbol.for("react.fragment");
    function jsxProd(type, config, maybeKey) {
      var key = null;
      void 0 !== maybeKey && (key = "" + maybeKey);
      void 0 !== config.key && (key = "" + config.key);
      if ("key" in config) {
        maybeKey = {};
        for (var propName in config)
          "key" !== propName && (maybeKey[propName] = config[propName]);
      } else maybeKey = config;
      config = maybeKey.ref;
      return {
        $$typeof: REACT_ELEMENT_TYPE,
        type,
        key,
        ref: void 0 !== config ? config : null,
        props: maybeKey
      };
    }
    exports.Fragment = REACT_FRAGMENT_TYPE;
    exports.jsx = jsxProd;
    exports.jsxs = jsxProd;
  }
});

// node_modules/react/jsx-runtime.js
var require_jsx_runtime = __commonJS({
  "node_modules/react/jsx-runtime.js"(exports, module) {
    "use strict";
    if (true) {
      module.exports = require_react_jsx_runtime_production();
    } else {
      module.exports = null;
    }
  }
});

// render/elements-by-name.mjs
var GetDigits = "GetDigits";
var Hangup = "Hangup";
var Response = "Response";
var Speak = "Speak";

// render/render-none.mjs
var render = void 0;

// render/documents.jsx
var import_jsx_runtime = __toESM(require_jsx_runtime(), 1);
var menu = ({ url, first, second, bye }) => /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(Response, { children: [
  /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(GetDigits, { action: url, numDigits: 1, timeout: 15, finishOnKey: "#", children: [
    /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { voice: "WOMAN", language: "en-US", children: first }),
    /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { voice: "WOMAN", language: "es-US", children: second })
  ] }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { voice: "WOMAN", language: "en-US", children: bye }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Hangup, {})
] });
var long = (lines) => /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Response, { children: lines.map(({ text, slow, digits }) => /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(Speak, { voice: "Polly.Joanna", children: [
  text,
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)("prosody", { rate: "slow", children: slow }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)("break", { time: "300ms" }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)("say-as", { "interpret-as": "digits", children: digits })
] })) });
var shapes = [
  { voice: "WOMAN" },
  { voice: "MAN", language: "en-GB" },
  { language: "fr-FR" },
  { loop: 2 },
  { loop: 3, voice: "WOMAN" }
];
var others = Array.from({ length: 20 }, (_, index) => () => /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(Response, { children: [
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)(GetDigits, { ...index % 2 ? { timeout: index + 1, retries: 2 } : { digitTimeout: 3 }, children: /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { ...shapes[index % shapes.length], children: `Document ${index}` }) }),
  index % 3 === 0 && /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { children: "Goodbye" }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Hangup, {})
] }));
export {
  long,
  menu,
  others,
  render
};
/*! Bundled license information:

react/cjs/react-jsx-runtime.production.js:
  (**
   * @license React
   * react-jsx-runtime.production.js
   *
   * Copyright (c) Meta Platforms, Inc. and affiliates.
   *
   * This source code is licensed under the MIT license found in the
   * LICENSE file in the root directory of this source tree.
   *)
*/
