// The other runtimes print by functions of their own.
export const render = undefined;
