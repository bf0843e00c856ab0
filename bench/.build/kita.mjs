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

// node_modules/@kitajs/html/index.js
var require_html = __commonJS({
  "node_modules/@kitajs/html/index.js"(exports) {
    var ESCAPED_REGEX = /[<"'&]/;
    var CAMEL_REGEX = /[a-z][A-Z]/;
    function isUpper(input, index) {
      const code = input.charCodeAt(index);
      return code >= 65 && code <= 90;
    }
    function toKebabCase(camel) {
      if (!CAMEL_REGEX.test(camel)) {
        return camel;
      }
      const length = camel.length;
      let start = 0, end = 0, kebab = "", prev = true, curr = isUpper(camel, 0), next;
      for (; end < length; end++) {
        next = isUpper(camel, end + 1);
        if (!prev && curr && !next) {
          kebab += camel.slice(start, end) + "-" + camel[end].toLowerCase();
          start = end + 1;
        }
        prev = curr;
        curr = next;
      }
      kebab += camel.slice(start, end);
      return kebab;
    }
    function escape(strings, ...values) {
      const stringsLength = strings.length, valuesLength = values.length;
      let index = 0, result = "";
      for (; index < stringsLength; index++) {
        result += strings[index];
        if (index < valuesLength) {
          result += values[index];
        }
      }
      return escapeHtml2(result);
    }
    var escapeHtml2 = function(value) {
      if (typeof value !== "string") {
        value = value.toString();
      }
      if (!ESCAPED_REGEX.test(value)) {
        return value;
      }
      const length = value.length;
      let escaped = "", start = 0, end = 0;
      for (; end < length; end++) {
        switch (value[end]) {
          case "&":
            escaped += value.slice(start, end) + "&amp;";
            start = end + 1;
            continue;
          // We don't need to escape > because it is only used to close tags.
          // https://stackoverflow.com/a/9189067
          case "<":
            escaped += value.slice(start, end) + "&lt;";
            start = end + 1;
            continue;
          case '"':
            escaped += value.slice(start, end) + "&#34;";
            start = end + 1;
            continue;
          case "'":
            escaped += value.slice(start, end) + "&#39;";
            start = end + 1;
            continue;
        }
      }
      escaped += value.slice(start, end);
      return escaped;
    };
    if (typeof Bun !== "undefined") escapeHtml2 = Bun.escapeHTML;
    function isVoidElement(tag) {
      return tag === "meta" || tag === "link" || tag === "img" || tag === "br" || tag === "input" || tag === "hr" || tag === "area" || tag === "base" || tag === "col" || tag === "command" || tag === "embed" || tag === "keygen" || tag === "param" || tag === "source" || tag === "track" || tag === "wbr";
    }
    function styleToString(style) {
      if (typeof style === "string") {
        let end2 = style.indexOf('"');
        if (end2 === -1) {
          return style;
        }
        const length2 = style.length;
        let escaped = "", start2 = 0;
        for (; end2 < length2; end2++) {
          if (style[end2] === '"') {
            escaped += style.slice(start2, end2) + "&#34;";
            start2 = end2 + 1;
          }
        }
        escaped += style.slice(start2, end2);
        return escaped;
      }
      const keys = Object.keys(style), length = keys.length;
      let key, value, end, start, index = 0, result = "";
      for (; index < length; index++) {
        key = keys[index];
        value = style[key];
        if (value === null || value === void 0) {
          continue;
        }
        result += toKebabCase(key) + ":";
        if (typeof value !== "string") {
          result += value.toString() + ";";
          continue;
        }
        end = value.indexOf('"');
        if (end === -1) {
          result += value + ";";
          continue;
        }
        const length2 = value.length;
        start = 0;
        for (; end < length2; end++) {
          if (value[end] === '"') {
            result += value.slice(start, end) + "&#34;";
            start = end + 1;
          }
        }
        result += value.slice(start, end) + ";";
      }
      return result;
    }
    function attributesToString(attributes) {
      const keys = Object.keys(attributes);
      const length = keys.length;
      let key, value, type, end, start, classItems, valueLength, result = "", index = 0;
      for (; index < length; index++) {
        key = keys[index];
        if (key === "children" || key === "safe" || key === "of") {
          continue;
        }
        value = attributes[key];
        if (value === null || value === void 0) {
          continue;
        }
        if (key === "className") {
          if (attributes.class !== void 0) {
            continue;
          }
          key = "class";
        } else if (key === "class" && Array.isArray(value)) {
          classItems = value;
          valueLength = value.length;
          value = "";
          for (let i = 0; i < valueLength; i++) {
            if (classItems[i] && classItems[i].length > 0) {
              if (value) {
                value += " " + classItems[i].trim();
              } else {
                value += classItems[i].trim();
              }
            }
          }
          if (value.length === 0) {
            continue;
          }
        } else if (key === "style") {
          result += ' style="' + styleToString(value) + '"';
          continue;
        } else if (key === "attrs") {
          if (typeof value === "string") {
            result += " " + value;
          } else {
            result += attributesToString(value);
          }
          continue;
        }
        type = typeof value;
        if (type === "boolean") {
          if (value) {
            result += " " + key;
          }
          continue;
        }
        result += " " + key;
        if (type !== "string") {
          if (type !== "object") {
            result += '="' + value.toString() + '"';
            continue;
          }
          if (value instanceof Date) {
            result += '="' + value.toISOString() + '"';
            continue;
          }
          value = value.toString();
        }
        end = value.indexOf('"');
        if (end === -1) {
          result += '="' + value + '"';
          continue;
        }
        result += '="';
        valueLength = value.length;
        start = 0;
        for (; end < valueLength; end++) {
          if (value[end] === '"') {
            result += value.slice(start, end) + "&#34;";
            start = end + 1;
          }
        }
        result += value.slice(start, end) + '"';
      }
      return result;
    }
    function contentsToString(contents, escape2) {
      let length = contents.length;
      let result = "";
      for (let index = 0; index < length; index++) {
        const content = contents[index];
        switch (typeof content) {
          case "string":
          case "number":
          // Bigint is the only case where it differs from React.
          // where React renders a empty string and we render the whole number.
          case "bigint":
            result += content;
            continue;
          case "boolean":
            continue;
        }
        if (!content) {
          continue;
        }
        if (Array.isArray(content)) {
          contents.splice(index--, 1, ...content);
          length += content.length - 1;
          continue;
        }
        if (typeof content.then === "function") {
          return Promise.all(contents.slice(index)).then(function resolveContents(resolved) {
            resolved.unshift(result);
            return contentsToString(resolved, escape2);
          });
        }
        throw new Error("Objects are not valid as a KitaJSX child");
      }
      if (escape2 === true) {
        return escapeHtml2(result);
      }
      return result;
    }
    function contentToString(content, safe) {
      switch (typeof content) {
        case "string":
          return safe ? escapeHtml2(content) : content;
        case "number":
        // Bigint is the only case where it differs from React.
        // where React renders a empty string and we render the whole number.
        case "bigint":
          return content.toString();
        case "boolean":
          return "";
      }
      if (!content) {
        return "";
      }
      if (Array.isArray(content)) {
        return contentsToString(content, safe);
      }
      if (typeof content.then === "function") {
        return content.then(function resolveContent(resolved) {
          return contentToString(resolved, safe);
        });
      }
      throw new Error("Objects are not valid as a KitaJSX child");
    }
    function createElement(name, attrs, ...children) {
      const hasAttrs = attrs !== null;
      if (typeof name === "function") {
        if (!hasAttrs) {
          return name({ children: children.length > 1 ? children : children[0] });
        }
        attrs.children = children.length > 1 ? children : children[0];
        return name(attrs);
      }
      if (hasAttrs && name === "tag") {
        name = /** @type {string} */
        attrs.of;
      }
      const attributes = hasAttrs ? attributesToString(attrs) : "";
      if (children.length === 0) {
        return isVoidElement(name) ? "<" + name + attributes + "/>" : "<" + name + attributes + "></" + name + ">";
      }
      const contents = contentsToString(children, hasAttrs && attrs.safe);
      if (typeof contents === "string") {
        return "<" + name + attributes + ">" + contents + "</" + name + ">";
      }
      return contents.then(function resolveContents(contents2) {
        return "<" + name + attributes + ">" + contents2 + "</" + name + ">";
      });
    }
    function Fragment(props) {
      return contentsToString([props.children]);
    }
    exports.escape = escape;
    exports.e = escape;
    exports.escapeHtml = escapeHtml2;
    exports.isVoidElement = isVoidElement;
    exports.attributesToString = attributesToString;
    exports.toKebabCase = toKebabCase;
    exports.isUpper = isUpper;
    exports.styleToString = styleToString;
    exports.createElement = createElement;
    exports.h = createElement;
    exports.contentsToString = contentsToString;
    exports.contentToString = contentToString;
    exports.Fragment = Fragment;
    exports.Html = { ...exports };
  }
});

// node_modules/@kitajs/html/jsx-runtime.js
var require_jsx_runtime = __commonJS({
  "node_modules/@kitajs/html/jsx-runtime.js"(exports) {
    var {
      Fragment,
      attributesToString,
      isVoidElement,
      contentsToString,
      contentToString
    } = require_html();
    function jsx2(name, attrs) {
      if (typeof name === "function") {
        return name(attrs);
      }
      if (name === "tag") {
        name = /** @type {string} */
        attrs.of;
      }
      const attributes = attributesToString(attrs);
      if (attrs.children === void 0) {
        return isVoidElement(name) ? "<" + name + attributes + "/>" : "<" + name + attributes + "></" + name + ">";
      }
      const contents = contentToString(attrs.children, attrs.safe);
      if (contents instanceof Promise) {
        return contents.then(function resolveContents(child) {
          return "<" + name + attributes + ">" + child + "</" + name + ">";
        });
      }
      return "<" + name + attributes + ">" + contents + "</" + name + ">";
    }
    function jsxs2(name, attrs) {
      if (typeof name === "function") {
        return name(attrs);
      }
      if (name === "tag") {
        name = /** @type {string} */
        attrs.of;
      }
      const attributes = attributesToString(attrs);
      if (attrs.children.length === 0) {
        return isVoidElement(name) ? "<" + name + attributes + "/>" : "<" + name + attributes + "></" + name + ">";
      }
      const contents = contentsToString(attrs.children, attrs.safe);
      if (contents instanceof Promise) {
        return contents.then(function resolveContents(child) {
          return "<" + name + attributes + ">" + child + "</" + name + ">";
        });
      }
      return "<" + name + attributes + ">" + contents + "</" + name + ">";
    }
    exports.jsx = jsx2;
    exports.jsxs = jsxs2;
    exports.Fragment = Fragment;
  }
});

// render/kita.jsx
var import_html = __toESM(require_html(), 1);

// render/elements-by-name.mjs
var GetDigits = "GetDigits";
var Hangup = "Hangup";
var Response = "Response";
var Speak = "Speak";

// render/kita.jsx
var import_jsx_runtime = __toESM(require_jsx_runtime(), 1);
var menu = ({ url, first, second, bye }) => /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(Response, { children: [
  /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(GetDigits, { action: (0, import_html.escapeHtml)(url), numDigits: 1, timeout: 15, finishOnKey: "#", children: [
    /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { safe: true, voice: "WOMAN", language: "en-US", children: first }),
    /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { safe: true, voice: "WOMAN", language: "es-US", children: second })
  ] }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Speak, { safe: true, voice: "WOMAN", language: "en-US", children: bye }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Hangup, {})
] });
var long = (lines) => /* @__PURE__ */ (0, import_jsx_runtime.jsx)(Response, { children: lines.map(({ text, slow, digits }) => /* @__PURE__ */ (0, import_jsx_runtime.jsxs)(Speak, { voice: "Polly.Joanna", children: [
  (0, import_html.escapeHtml)(text),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)("prosody", { safe: true, rate: "slow", children: slow }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)("break", { time: "300ms" }),
  /* @__PURE__ */ (0, import_jsx_runtime.jsx)("say-as", { safe: true, "interpret-as": "digits", children: digits })
] })) });
export {
  long,
  menu
};
